//! Tables for people: in columns on a screen, or one field a line.

use super::{Heading, Table};
use crate::call::Call;
use crate::error::Result;
use crate::locale::Speaker;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, presets};
use std::io::Write;

/// Writes the table in columns, as wide as the screen.
pub fn columns(table: &Table, call: &Call, output: &mut Vec<u8>) -> Result<()> {
    let speaker = &call.speaker;
    let mut grid = Grid::new();
    grid.load_style(presets::NOTHING);
    if let Some(width) = call.width() {
        grid.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    let rows: Vec<Vec<String>> = match table.single {
        true => fields(table, speaker).map(|(heading, cell)| vec![heading, cell]).collect(),
        false => {
            grid.set_header(table.headings.iter().map(|heading| heading.words(speaker)));
            table.rows.iter().map(|row| cells(row, &table.headings, speaker)).collect()
        }
    };
    grid.add_rows(rows);
    for column in grid.column_iter_mut() {
        column.set_padding((0, 2));
    }
    // What names a row is copied from the screen, and must stay in one piece.
    if let (false, Some(column)) = (table.single, grid.column_mut(0)) {
        column.set_constraint(ColumnConstraint::ContentWidth);
    }
    if !table.single {
        let numbers = table.headings.iter().enumerate().filter(|(_, heading)| heading.form.is_figure());
        for (place, _) in numbers {
            if let Some(column) = grid.column_mut(place) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    for line in grid.lines() {
        writeln!(output, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Writes one field a line and an empty line between rows.
pub fn lines(table: &Table, speaker: &Speaker, output: &mut Vec<u8>) -> Result<()> {
    let headings: Vec<String> = table.headings.iter().map(|heading| heading.words(speaker)).collect();
    for (place, row) in table.rows.iter().enumerate() {
        if place > 0 {
            writeln!(output)?;
        }
        let cells = cells(row, &table.headings, speaker);
        for (heading, cell) in headings.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            writeln!(output, "{heading}: {cell}")?;
        }
    }
    Ok(())
}

fn cells(row: &[Option<String>], headings: &[Heading], speaker: &Speaker) -> Vec<String> {
    row.iter().zip(headings).map(|(cell, heading)| heading.cell(speaker, cell.as_deref())).collect()
}

/// The fields of the first row that are known.
fn fields<'t>(table: &'t Table, speaker: &'t Speaker) -> impl Iterator<Item = (String, String)> + 't {
    let row = table.rows.first().map(Vec::as_slice).unwrap_or_default();
    row.iter().zip(&table.headings).filter_map(|(cell, heading)| {
        let text = cell.as_deref()?;
        Some((heading.words(speaker), heading.cell(speaker, Some(text))))
    })
}

//! A table for a page of text, in the reader's language.

use super::Table;
use crate::error::Result;
use crate::locale::Speaker;
use std::io::Write;

/// Writes the table in GitHub's table syntax.
pub fn write(table: &Table, speaker: &Speaker, output: &mut Vec<u8>) -> Result<()> {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    writeln!(output, "{}", line(table.headings.iter().map(|heading| escape(&heading.words(speaker))).collect()))?;
    let rule = table.headings.iter().map(|heading| if heading.form.is_figure() { "---:" } else { "---" }.to_string());
    writeln!(output, "{}", line(rule.collect()))?;
    for row in &table.rows {
        let cells =
            row.iter().zip(&table.headings).map(|(cell, heading)| escape(&heading.cell(speaker, cell.as_deref())));
        writeln!(output, "{}", line(cells.collect()))?;
    }
    Ok(())
}

/// A bar would end the cell and a line break the row.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace(['\r', '\n'], " ")
}

//! Rows on their way into the file: each cell is a number in its column's dictionary, since few texts are ever new.

use crate::record::{Cells, Noun};
use rusqlite::types::{Value, ValueRef};

/// Says that a row is known by its code, not by an id.
pub const BY_CODE: i64 = -1;

/// Many rows of one noun.
#[derive(Default)]
pub struct Rows {
    /// The columns that are given; the others are not touched.
    pub columns: Vec<Dictionary>,
    /// What each row is, or [`BY_CODE`].
    pub ids: Vec<i64>,
    /// Where each row stands in its sheet.
    pub lines: Vec<u64>,
    /// For each row a number for each column.
    pub cells: Vec<u32>,
}

/// The texts of a column, numbered; 0 is the empty one.
pub struct Dictionary {
    /// The column's place among the noun's.
    pub place: usize,
    /// Texts that many rows share.
    shared: Vec<(String, Value)>,
    /// Texts of one row each, one after the other, with their ends.
    own: (String, Vec<usize>),
}

impl Dictionary {
    /// A dictionary of this column with nothing in it.
    pub fn new(place: usize) -> Self {
        Self { place, shared: vec![(String::new(), Value::Null)], own: (String::new(), vec![0]) }
    }

    /// Adds a text that other rows may share: as it is shown, and as it is stored.
    pub fn share(&mut self, shown: String, stored: Value) -> u32 {
        self.shared.push((shown, stored));
        self.shared.len() as u32 - 1
    }

    /// Adds a text of one row; a column has such texts only, or none.
    pub fn own(&mut self, text: &str) -> u32 {
        self.own.0.push_str(text);
        self.own.1.push(self.own.0.len());
        self.own.1.len() as u32 - 1
    }

    /// A text as it is shown; none where it is empty.
    pub fn text(&self, number: u32) -> Option<&str> {
        match (number as usize, self.own.1.len() > 1) {
            (0, _) => None,
            (number, true) => Some(&self.own.0[self.own.1[number - 1]..self.own.1[number]]),
            (number, false) => Some(&self.shared[number].0),
        }
    }

    /// A text as it is stored.
    pub fn value(&self, number: u32) -> ValueRef<'_> {
        match self.own.1.len() > 1 {
            true => self.text(number).map_or(ValueRef::Null, |text| ValueRef::Text(text.as_bytes())),
            false => ValueRef::from(&self.shared[number as usize].1),
        }
    }
}

impl Rows {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// A row's numbers.
    pub fn numbers(&self, row: usize) -> &[u32] {
        let width = self.columns.len();
        &self.cells[row * width..(row + 1) * width]
    }

    /// A row's texts over what it had before.
    pub fn over(&self, row: usize, before: Cells) -> Cells {
        let mut cells = before;
        for (column, number) in self.columns.iter().zip(self.numbers(row)) {
            cells[column.place] = column.text(*number).map(str::to_string);
        }
        cells
    }

    /// The text of one column, by its name.
    pub fn text(&self, noun: &Noun, row: usize, name: &str) -> Option<&str> {
        let place = noun.place(name)?;
        let column = self.columns.iter().position(|column| column.place == place)?;
        self.columns[column].text(self.numbers(row)[column])
    }
}

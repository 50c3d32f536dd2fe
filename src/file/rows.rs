//! Rows on their way into the file: each cell is a number in its column's dictionary, since few texts are ever new.

use crate::record::{Cells, Column, Noun};
use rusqlite::types::{Value, ValueRef};

/// Says that a row is known by its code, not by an id.
pub const BY_CODE: i64 = -1;

/// Says that a row is known by its cells, and is not hashed yet.
pub const BY_CELLS: i64 = -2;

/// Many rows of one noun.
#[derive(Default)]
pub struct Rows {
    /// The columns that are given; the others are not touched.
    pub columns: Vec<Dictionary>,
    /// Where each row stands in its sheet.
    pub lines: Vec<u64>,
    /// The rows themselves.
    pub body: Body,
    /// Which of them are known by what they say, so that they say again what they had said; empty where none is.
    pub by_cells: Vec<bool>,
    /// Whether they are of somebody's register: a code that is made for one is the same wherever that is read.
    pub of_register: bool,
    /// What new rows have in columns that the sheet says nothing in, by their places; others keep what they have.
    pub fills: Vec<(usize, &'static str)>,
}

/// A column and its texts, numbered; 0 is the empty one.
pub struct Dictionary {
    /// The column's place among the noun's.
    pub place: usize,
    /// Whether each row has a text of its own here: then its number is the length of that.
    pub is_own: bool,
    /// Texts that many rows share: as they are shown, and as they are stored.
    shared: Vec<(String, Value)>,
}

/// The cells of many rows, packed so that one row lies in one place.
#[derive(Default)]
pub struct Body {
    /// What each row is, or [`BY_CODE`], or at first [`BY_CELLS`].
    pub ids: Vec<i64>,
    /// For each row a number for each column.
    numbers: Vec<u32>,
    /// The texts that rows have of their own, one after the other.
    texts: String,
    /// Where each row's own texts begin.
    starts: Vec<usize>,
}

/// A cell of a row: its column, its number, and its own text where it has one.
pub type Cell<'r> = (&'r Dictionary, u32, &'r str);

impl Dictionary {
    /// A column with nothing in it.
    pub fn new(place: usize, is_own: bool) -> Self {
        Self { place, is_own, shared: vec![(String::new(), Value::Null)] }
    }

    /// Adds a text that rows may share.
    pub fn share(&mut self, shown: String, stored: Value) -> u32 {
        self.shared.push((shown, stored));
        self.shared.len() as u32 - 1
    }

    /// A cell as it is shown; none where it is empty.
    pub fn text<'r>(&'r self, number: u32, own: &'r str) -> Option<&'r str> {
        let text = if self.is_own { own } else { &self.shared[number as usize].0 };
        (number > 0).then_some(text)
    }

    /// A cell as it is stored.
    pub fn value<'r>(&'r self, number: u32, own: &'r str) -> ValueRef<'r> {
        match (number, self.is_own) {
            (0, _) => ValueRef::Null,
            (_, true) => ValueRef::Text(own.as_bytes()),
            (number, false) => ValueRef::from(&self.shared[number as usize].1),
        }
    }
}

impl Body {
    /// Begins a row.
    pub fn begin(&mut self) {
        self.starts.push(self.texts.len());
    }

    /// Adds a cell that other rows may share.
    pub fn push(&mut self, number: u32) {
        self.numbers.push(number);
    }

    /// Adds a text that is the row's own.
    pub fn push_own(&mut self, text: &str) {
        self.numbers.push(text.len() as u32);
        self.texts.push_str(text);
    }

    /// Takes back the row that was begun last.
    pub fn drop_last(&mut self, width: usize) {
        self.numbers.truncate(self.ids.len() * width);
        self.texts.truncate(self.starts.pop().unwrap_or(0));
    }

    /// A copy of some rows, in this order.
    pub fn pick(&self, rows: &[usize], columns: &[Dictionary]) -> Self {
        let width = columns.len();
        let mut picked = Self::default();
        picked.numbers.reserve(rows.len() * width);
        for row in rows {
            picked.ids.push(self.ids[*row]);
            picked.begin();
            let numbers = &self.numbers[row * width..(row + 1) * width];
            picked.numbers.extend_from_slice(numbers);
            let own = columns.iter().zip(numbers).filter(|(column, _)| column.is_own);
            let length: usize = own.map(|(_, length)| *length as usize).sum();
            picked.texts.push_str(&self.texts[self.starts[*row]..self.starts[*row] + length]);
        }
        picked
    }

    /// The cells of a row, in the order of the columns.
    pub fn cells<'r>(&'r self, row: usize, columns: &'r [Dictionary]) -> impl Iterator<Item = Cell<'r>> {
        let numbers = &self.numbers[row * columns.len()..];
        let mut at = self.starts[row];
        columns.iter().zip(numbers).map(move |(column, number)| {
            let begin = at;
            at += if column.is_own { *number as usize } else { 0 };
            (column, *number, &self.texts[begin..at])
        })
    }
}

impl Rows {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.body.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.body.ids.is_empty()
    }

    /// The columns that a new row needs and that are not given.
    pub fn lacking<'n>(&self, noun: &'n Noun) -> Vec<&'n Column> {
        let columns = noun.columns().iter().enumerate();
        let given = |place: usize| {
            let filled = self.fills.iter().map(|(place, _)| *place);
            self.columns.iter().map(|column| column.place).chain(filled).any(|known| known == place)
        };
        columns.filter(|(place, column)| column.required && !given(*place)).map(|(_, column)| column).collect()
    }

    /// A row's texts over what it had before; also of the row that is not finished yet.
    pub fn over(&self, row: usize, before: Cells) -> Cells {
        let mut cells = before;
        for (column, number, own) in self.body.cells(row, &self.columns) {
            let text = column.text(number, own).map(str::to_string);
            let is_filled = self.fills.iter().any(|(place, _)| *place == column.place);
            cells[column.place] = if is_filled { text.or_else(|| cells[column.place].take()) } else { text };
        }
        for (place, fill) in &self.fills {
            cells[*place].get_or_insert_with(|| fill.to_string());
        }
        cells
    }

    /// The first and the last day in a column, which is its texts in their order.
    pub fn span(&self, noun: &Noun, name: &str) -> Option<(String, String)> {
        let column = self.columns.iter().find(|column| noun.columns()[column.place].name == name)?;
        let days = || column.shared.iter().skip(1).map(|(day, _)| day);
        Some((days().min()?.clone(), days().max()?.clone()))
    }

    /// Whether any cell of a column says anything.
    pub fn has_any(&self, noun: &Noun, name: &str) -> bool {
        let is_given = self.columns.iter().any(|column| noun.columns()[column.place].name == name);
        is_given && (0..self.len()).any(|row| self.text(noun, row, name).is_some())
    }

    /// The rows that the cells of a column refer to.
    pub fn referred<'r>(&'r self, noun: &'r Noun, name: &'r str) -> impl Iterator<Item = i64> + 'r {
        let columns = self.columns.iter().filter(move |column| noun.columns()[column.place].name == name);
        columns.flat_map(|column| &column.shared).filter_map(|(_, stored)| match stored {
            Value::Integer(id) => Some(*id),
            _ => None,
        })
    }

    /// The text of one column, by its name; also of the row that is not finished yet.
    pub fn text(&self, noun: &Noun, row: usize, name: &str) -> Option<&str> {
        let place = noun.place(name)?;
        let mut cells = self.body.cells(row, &self.columns);
        cells.find(|(column, ..)| column.place == place).and_then(|(column, number, own)| column.text(number, own))
    }
}

//! What a sheet of a workbook tells beside the text of its cells: which sheet it is, its rows, formulas that failed.

/// What is told of the text that a workbook's sheet became.
#[derive(Debug, Default)]
pub struct Typed {
    /// Which of the workbook's sheets it is.
    pub choice: Choice,
    /// The workbook's row of each row of text, the headings' first.
    pub rows: Vec<u32>,
    /// The cells whose formulas failed, `#REF!`, by row and place, in their order.
    pub failed: Vec<(u32, u16)>,
    /// The days of which their cells show month and year only, in the same way.
    pub months: Vec<(u32, u16)>,
}

/// Which of a workbook's sheets was taken.
#[derive(Debug, Default)]
pub struct Choice {
    /// Its name.
    pub name: String,
    /// Why it was taken.
    pub why: Why,
    /// The other sheets that hold something.
    pub others: Vec<String>,
}

/// Why a sheet was taken among a workbook's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Why {
    /// No other holds anything.
    #[default]
    Only,
    /// The line, or the mapping, says so.
    Asked,
    /// It is called like what its rows are to be.
    Name,
    /// No other has such headings.
    Headings,
}

impl Typed {
    /// What is told of its cells, without the rows, which its reader needs.
    pub fn leave_rows(&mut self) -> Self {
        let (failed, months) = (std::mem::take(&mut self.failed), std::mem::take(&mut self.months));
        Self { failed, months, ..Self::default() }
    }

    /// The places of a row's cells whose formulas failed.
    pub fn failed_in(&self, row: u64) -> impl Iterator<Item = usize> {
        let first = self.failed.partition_point(|(at, _)| u64::from(*at) < row);
        self.failed[first..]
            .iter()
            .take_while(move |(at, _)| u64::from(*at) == row)
            .map(|(_, place)| usize::from(*place))
    }

    /// Whether a cell is a day of which it shows month and year only.
    pub fn is_month(&self, row: u64, place: usize) -> bool {
        let at = u32::try_from(row).ok().zip(u16::try_from(place).ok());
        at.is_some_and(|at| self.months.binary_search(&at).is_ok())
    }
}

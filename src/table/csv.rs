//! Machine CSV and TSV: UTF-8, LF, English keys, the same bytes every time.

use super::Table;
use crate::error::Result;

/// Writes the table with this delimiter.
pub fn write(table: &Table, delimiter: u8, output: &mut Vec<u8>) -> Result<()> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(output);
    writer.write_record(table.headings.iter().map(|heading| heading.key.as_str()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| cell.as_deref().unwrap_or_default()))?;
    }
    Ok(writer.flush()?)
}

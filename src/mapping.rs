//! A mapping that the network keeps: how somebody else's sheet reads, so that it need not be sent along every month.

mod check;
mod keep;
mod new;
mod write;

use crate::error::{AtColumn, Faults, Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::record::{Naming, Record};
use crate::sheet::mapping::Mapping as Read;
use crate::value::{Code, Document};
use crate::verb::Verb;
use crate::version::notice::What;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What only mappings can do.
pub const VERBS: [&Verb; 4] = [&new::VERB, &check::VERB, &keep::VERB, &write::VERB];

/// A mapping, which says how somebody else's sheet reads
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Mapping {
    /// Code: what --map calls it by
    code: Code,
    /// Name: whose sheet it is for, and which
    #[arg(long)]
    name: Option<String>,
    /// Content: the mapping itself, as a TOML file has it
    #[arg(long)]
    content: Document,
}

impl Record for Mapping {
    const NOUN: &'static str = "mapping";
    const NAMING: Naming = Naming::Known;
    const EXAMPLE: &'static [&'static str] =
        &["county", "--name", "Monthly sheet of the county", "--content", "columns.name = 'Their heading'"];
    const CHECKED: Option<&'static [&'static str]> = Some(&["content"]);

    fn check(&self, _network: &Network) -> Result<()> {
        let Err(error) = Read::read(&self.code.to_string(), &self.content.to_string()) else { return Ok(()) };
        let faults = error.downcast::<Faults>()?.faults;
        let Some(first) = faults.into_iter().next() else { return Ok(()) };
        let refusal = Refusal::data(say::mapping_line(first.line as i64, first.refusal.message));
        let refusal = first.refusal.hint.into_iter().fold(refusal, Refusal::hint);
        Err(anyhow::Error::from(refusal).context(AtColumn("content".to_string())))
    }
}

impl Read {
    /// The mapping on the line: one that the network keeps, by its code, or else a file.
    ///
    /// # Errors
    /// Where there is neither or both, two versions of it disagree, and all that it says and we do not understand.
    pub fn of_line(network: &Network, named: &Path) -> Result<Self> {
        let noun = crate::nouns::named(Mapping::NOUN)?;
        let code = named.to_str().filter(|code| code.parse::<Code>().is_ok());
        let kept = code.map(|code| network.id_of_code(noun, None, code)).transpose()?.flatten();
        let row = kept.map(|id| network.row(noun, id)).transpose()?.flatten();
        let text = row.as_ref().zip(noun.place("content")).and_then(|(row, place)| row.cells[place].as_deref());
        let (Some(code), Some(id), Some(text)) = (code, kept, text) else { return Self::of_file(named) };
        if named.is_file() {
            let refusal = Refusal::usage(say::mapping_and_file(code)).hint(say::mapping_and_file_hint(code));
            return Err(refusal.into());
        }
        if network.notices()?.has(noun.name, id, What::Conflict) {
            let refusal = Refusal::data(say::mapping_in_conflict(code)).hint(say::mapping_in_conflict_hint(code));
            return Err(refusal.into());
        }
        Self::read(code, text)
    }
}

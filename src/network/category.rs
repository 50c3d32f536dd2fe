//! A category: one entry of a code list, with its labels, its validity and its coarser class.

use crate::error::{Refusal, Result};
use crate::file::Network;
use crate::locale::say;
use crate::record::{Naming, Record};
use crate::value::{CategoryCode, Day};
use serde::{Deserialize, Serialize};

/// An entry of a code list: a mode of support, a topic, an age band
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Category {
    /// Code: the list, a colon, and the code within the list
    code: CategoryCode,
    /// English label
    #[arg(long)]
    label_en: Option<String>,
    /// Hungarian label
    #[arg(long)]
    label_hu: Option<String>,
    /// Finnish label
    #[arg(long)]
    label_fi: Option<String>,
    /// Coarser class: the category of the same list that takes this one in
    #[arg(long)]
    coarser: Option<String>,
    /// Since: the first day on which it may be used
    #[arg(long)]
    since: Option<Day>,
    /// Until: the last day on which it may be used
    #[arg(long)]
    until: Option<Day>,
}

impl Record for Category {
    const NOUN: &'static str = "category";
    const NAMING: Naming = Naming::Known;
    const EXAMPLE: &'static [&'static str] =
        &["topic:3d-printing", "--label-en", "3D printing", "--coarser", "topic:devices"];

    fn check(&self, network: &Network) -> Result<()> {
        Day::in_order(self.since, self.until)?;
        let list = format!("{}:", self.code.list());
        if self.coarser.as_ref().is_some_and(|coarser| !coarser.starts_with(&list)) {
            return Err(Refusal::data(say::coarser_of_another_list(self.code.list()))
                .hint(say::list_them("category"))
                .into());
        }
        network.refuse_a_loop("category", "coarser", &self.code.to_string(), self.coarser.as_deref())
    }
}

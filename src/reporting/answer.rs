//! An answer to a question, by whoever is asked, for a period: held to what its question allows.

use super::form::Form;
use super::key::{Key, there};
use super::occasion::{Occasion, Respondents};
use super::question::{Kind, Question};
use super::report::{Report, Status};
use super::submit::{look_again, refuse_gaps, settle};
use super::version::base;
use crate::error::{AtColumn, Refusal, Result};
use crate::file::Network;
use crate::file::rows::Rows;
use crate::file::take::refusal_of;
use crate::file::write::Written;
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Cells, Fill, Followed, Naming, Noun, Record};
use crate::value::{Code, Count, Day, Decimal, Mixed, QuestionCode, Reported, YesNo, answer};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// An answer to a question, by whoever is asked, for a period
#[derive(clap::Args, Serialize, Deserialize)]
pub struct Answer {
    /// Question: which is answered
    #[arg(long)]
    pub(crate) question: QuestionCode,
    /// Point: who answers
    #[arg(long)]
    pub(crate) point: Option<String>,
    /// Organisation: who answers
    #[arg(long)]
    pub(crate) organisation: Option<String>,
    /// Area: who answers
    #[arg(long)]
    pub(crate) area: Option<String>,
    /// Person: who answers
    #[arg(long)]
    pub(crate) person: Option<String>,
    /// Period: which it is about, 2026-10, 2026-Q4, 2026, 2023-04-01/P1Y or 2020-11-01/2021-10-31
    #[arg(long)]
    pub(crate) period: Option<Reported>,
    /// Submission: what tells apart the sheets of a form that nobody signs
    #[arg(long)]
    pub(crate) submission: Option<Code>,
    /// Value: the answer itself, as its question wants it
    #[arg(long)]
    pub(crate) value: Mixed,
    /// Note: the evidence, or what the figure does not say
    #[arg(long)]
    note: Option<String>,
    /// Source: where it comes from; where it is empty, somebody typed it
    #[arg(long, value_enum)]
    source: Option<Source>,
}

/// Where an answer comes from
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Somebody typed it
    Typed,
    /// It was counted from the sessions in the file
    Log,
}

impl Question {
    /// The one text of an answer to it.
    ///
    /// # Errors
    /// Where it is none that the question allows.
    pub fn read(&self, network: &Network, text: &str) -> Result<String> {
        let text = text.trim();
        let within = |number: Decimal| {
            let is_low = self.least.is_some_and(|least| number < least);
            let is_high = self.most.is_some_and(|most| number > most);
            match is_low || is_high {
                false => Ok(number.to_string()),
                true => {
                    let bound = |bound: Option<Decimal>| bound.map_or("…".to_string(), |bound| bound.to_string());
                    let refusal = say::answer_out_of_range(text, bound(self.least), bound(self.most));
                    Err(Refusal::data(refusal).hint(say::answer_out_of_range_hint(self.code.to_string())))
                }
            }
        };
        Ok(match self.kind {
            Kind::Count => within(Decimal::whole(i64::from(text.parse::<Count>()?.0)))?,
            Kind::Number => within(text.parse()?)?,
            Kind::Money => match text.parse::<Decimal>()? {
                amount if amount.decimals() <= 2 => within(amount)?,
                _ => return Err(Refusal::data(say::not_money(text)).hint(say::not_money_hint()).into()),
            },
            Kind::Scale => match text.parse::<Decimal>()? {
                step if step.decimals() == 0 => within(step)?,
                _ => return Err(Refusal::data(say::not_a_number(text)).hint(say::not_a_number_hint()).into()),
            },
            Kind::YesNo => yes_or_no(text)?.to_string(),
            Kind::Date => text.parse::<Day>()?.to_string(),
            Kind::Text => text.to_string(),
            Kind::Choice => self.code(network, text)?,
            Kind::Choices => {
                // Labels of several words stand between other signs than spaces, or alone.
                let is_between = |c| [',', ';', '|'].contains(&c);
                let parts: Vec<&str> = match text.contains(is_between) {
                    true => text.split(is_between).map(str::trim).filter(|part| !part.is_empty()).collect(),
                    false if self.code(network, text).is_ok() => vec![text],
                    false => text.split_whitespace().collect(),
                };
                let codes = parts.into_iter().map(|part| self.code(network, part));
                let codes = codes.collect::<Result<std::collections::BTreeSet<_>>>()?;
                match codes.is_empty() {
                    true => return Err(Refusal::data(say::empty_value()).hint(say::empty_value_hint()).into()),
                    false => codes.into_iter().collect::<Vec<_>>().join(" "),
                }
            }
        })
    }

    /// The code of a category of its list, by its code or its label.
    fn code(&self, network: &Network, text: &str) -> Result<String> {
        let list = self.list.as_ref().map(Code::as_str);
        Ok(network.look_up(named("category")?, list, text)?.1)
    }
}

/// Yes or no, in any of the three languages.
fn yes_or_no(text: &str) -> Result<&'static str, Refusal> {
    match crate::value::fold(text).as_str() {
        "yes" | "y" | "igen" | "i" | "kylla" | "k" | "1" | "true" => Ok(answer(true)),
        "no" | "n" | "nem" | "ei" | "e" | "0" | "false" => Ok(answer(false)),
        _ => Err(Refusal::data(say::not_yes_or_no(text)).hint(say::not_yes_or_no_hint())),
    }
}

impl Answer {
    /// Those who may have given it, by their columns.
    pub fn respondents(&self) -> Respondents<'_> {
        [("point", &self.point), ("organisation", &self.organisation), ("area", &self.area), ("person", &self.person)]
    }

    /// The question that it answers.
    fn asked(&self, network: &Network) -> Result<Rc<Question>> {
        network.called_typed(&self.question.to_string())
    }

    /// The report that it belongs to, where there is one.
    fn report(&self, network: &Network) -> Result<Option<(i64, Report)>> {
        let report = named(Report::NOUN)?;
        let key = |name: &str| match name {
            "form" => Some(self.question.form().to_string()),
            "period" => self.period.map(|period| period.to_string()),
            "submission" => self.submission.as_ref().map(ToString::to_string),
            _ => self.respondents().iter().find(|(column, _)| *column == name).and_then(|(_, value)| (*value).clone()),
        };
        let cells: Cells = report.columns().iter().map(|column| key(&column.name)).collect();
        network.known_row(report, &cells)?.map(|row| Ok((row.id, row.typed()?))).transpose()
    }

    /// Refuses to give, change or remove an answer of a report that is locked, but for a correction.
    fn check_unlocked(&self, network: &Network) -> Result<()> {
        match self.report(network)? {
            Some((id, sent)) if sent.status == Status::Locked => {
                match network.is_correction()? || network.is_undo_of(named(Report::NOUN)?, id)? {
                    true => Ok(()),
                    false => Err(sent.is_locked()),
                }
            }
            _ => Ok(()),
        }
    }

    /// Refuses to remove an answer without which its report would not have been taken.
    fn check_not_needed(&self, network: &Network) -> Result<()> {
        if network.is_undo() || self.asked(network)?.required != Some(YesNo::Yes) {
            return Ok(());
        }
        match self.report(network)? {
            Some((_, sent)) if sent.status.counts() => {
                let key = format!("`{}`", self.question.key());
                Err(Refusal::data(say::answers_lack(sent.words(), key)).hint(say::answers_lack_hint()).into())
            }
            _ => Ok(()),
        }
    }
}

impl Record for Answer {
    const NOUN: &'static str = "answer";
    const NAMING: Naming = Naming::Unnamed;
    const KNOWN_BY: &'static [&'static str] =
        &["question", "point", "organisation", "area", "person", "period", "submission"];
    const SAYS: Option<&'static str> = Some("value");
    const IS_HELD: bool = true;
    const COMPLETED: &'static [&'static str] = &["value"];
    const FILLS: &'static [(&'static str, Fill)] = &[("source", Fill::Text("typed"))];
    const EXAMPLE: &'static [&'static str] = &[
        "--question",
        "monthly.1/visitors",
        "--point",
        "MINTA-1",
        "--period",
        "2026-10",
        "--value",
        "120",
        "--source",
        "typed",
    ];
    const NOTES: &'static [&'static str] = &["note", "value"];

    /// The reports that the answers belong to: each was sent by them, where none is missing that it needs.
    fn follow(network: &Network, noun: &'static Noun, rows: &Rows) -> Result<Followed> {
        let mut reports: BTreeMap<Vec<Option<&str>>, Vec<usize>> = BTreeMap::new();
        let columns = ["point", "organisation", "area", "person", "period", "submission"];
        for row in 0..rows.len() {
            let form = rows.text(noun, row, "question").and_then(|code| code.split('/').next());
            let rest = columns.iter().map(|column| rows.text(noun, row, column));
            reports.entry(std::iter::once(form).chain(rest).collect()).or_default().push(row);
        }
        let today = network.today().to_string();
        // The forms that stand in the sheet for one respondent and period.
        let mut of_one: HashMap<&[Option<&str>], Vec<&str>> = HashMap::new();
        for cells in reports.keys() {
            of_one.entry(&cells[1..]).or_default().extend(cells[0]);
        }
        let mut followed = Followed::default();
        for (cells, places) in &reports {
            let respondent =
                columns.iter().zip(&cells[1..]).take(4).find_map(|(column, text)| Some((*column, (*text)?)));
            let key = Key {
                form: cells[0].unwrap_or_default().to_string(),
                respondent: respondent.map(|(column, text)| (column, text.to_string())),
                period: cells[5].map(str::parse).transpose()?,
                submission: cells[6].map(str::to_string),
            };
            // A sheet that says what was said before sends nothing once more.
            let mut is_written = false;
            for place in places {
                is_written = is_written || network.wrote(noun, rows.body.ids[*place])?;
            }
            if !is_written && there(network, &key).is_ok() {
                continue;
            }
            let sent = settle(network, &key, Status::Submitted, &today).and_then(|written| {
                if written == Written::New {
                    followed.made.push((Report::NOUN, key.words()));
                }
                look_again(network, &key)?;
                refuse_gaps(network, &key)
            });
            if let Err(error) = sent {
                let (_, column, mut refusal) = refusal_of(0, error)?;
                // Questions of two versions in one sheet are sooner a slip than two reports.
                let own = cells[0].unwrap_or_default();
                let other =
                    of_one.get(&cells[1..]).into_iter().flatten().find(|form| **form != own && base(form) == base(own));
                if let Some(other) = other.filter(|_| refusal.message.key == "answers_lack") {
                    refusal = refusal.hint(say::other_version_hint(*other));
                }
                followed.refused.extend(places.iter().map(|row| (*row, column.clone(), refusal.clone())));
            }
        }
        Ok(followed)
    }

    fn complete(&mut self, network: &Network) -> Result<()> {
        let read = self.asked(network)?.read(network, &self.value.0);
        self.value = Mixed(read.map_err(|error| error.context(AtColumn("value".to_string())))?);
        Ok(())
    }

    fn check(&self, network: &Network) -> Result<()> {
        let question = self.asked(network)?;
        let form = network.called_typed::<Form>(&question.form)?;
        let occasion = Occasion { respondents: self.respondents(), period: self.period, submission: &self.submission };
        occasion.check(network, &form)?;
        match network.is_writing() {
            true => self.check_unlocked(network).map_err(|error| error.context(AtColumn("value".to_string()))),
            // Who only looks changes nothing, and may find what two copies made of one form.
            false => question.read(network, &self.value.0).map(|_| ()),
        }
    }

    fn check_change(&self, to: Option<&Self>, network: &Network) -> Result<()> {
        // What it is to say is held to the same with all other rules.
        if to.is_some() {
            return Ok(());
        }
        self.check_unlocked(network)?;
        self.check_not_needed(network)
    }
}

//! Who owes a form, for which periods, and what they have sent: what every list of what is missing is made of.

use super::deadline::Deadline;
use super::report::{Report, Status};
use super::respondent::{Respondent, respondents};
use super::schedule::{Owed, Rule};
use super::version::{Version, versions};
use crate::error::Result;
use crate::file::Network;
use crate::file::read::Query;
use crate::locale::Language;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::value::{Day, Periodicity, Reported};
use chrono::{Days, Months, NaiveDate};
use rusqlite::types::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A report that somebody began or sent.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    /// The row.
    pub id: i64,
    /// What it is about; nothing where the form is asked once.
    pub period: Option<Reported>,
    /// Who sent it: of points that are joined the one that did.
    pub who: i64,
    /// How far it has come.
    pub status: Status,
    /// Which version of the form, by its place among them.
    pub version: usize,
}

/// A form, or all its versions, with everybody who owes it, and everything that was sent.
pub struct Book {
    /// The versions of the form, the newest first.
    pub versions: Vec<Version>,
    /// The noun of those who answer.
    pub noun: &'static Noun,
    /// Those of whom it is asked, in the order of their codes.
    pub respondents: Vec<Respondent>,
    /// Of whom each version is asked.
    of_version: Vec<HashSet<i64>>,
    deadlines: HashMap<i64, Vec<(usize, Rule)>>,
    sent: HashMap<i64, Vec<Sent>>,
}

impl Book {
    /// Reads what there is of a form, or of all its versions where the version is left out: of the respondents in an area,
    /// where one is given.
    ///
    /// # Errors
    /// Where there is no such form or area, or it is asked of nobody in particular.
    pub fn read(network: &Network, form: &str, area: Option<&str>) -> Result<Self> {
        let versions = versions(network, form)?;
        let (mut all, mut of_version) = (BTreeMap::new(), Vec::new());
        for version in &versions {
            let respondents = respondents(network, &version.form, area)?;
            of_version.push(respondents.iter().map(|respondent| respondent.id).collect());
            all.extend(respondents.into_iter().map(|respondent| (respondent.code.clone(), respondent)));
        }
        let mut book = Self {
            noun: named(versions[0].form.asked_of.noun().unwrap_or_default())?,
            versions,
            respondents: all.into_values().collect(),
            of_version,
            deadlines: HashMap::new(),
            sent: HashMap::new(),
        };
        book.read_deadlines(network)?;
        book.read_reports(network)?;
        Ok(book)
    }

    /// What it is called: the form's code, or those of all its versions.
    pub fn called(&self) -> String {
        self.versions.iter().rev().map(|version| version.form.code.to_string()).collect::<Vec<_>>().join(", ")
    }

    /// What people read in a language, else its code.
    pub fn label(&self, language: Language) -> String {
        let newest = &self.versions[0].form;
        newest.label(language).unwrap_or_else(|| newest.code.to_string())
    }

    fn read_deadlines(&mut self, network: &Network) -> Result<()> {
        let columns = ["form", self.noun.name, "periodicity", "since", "until"];
        let notices = network.notices()?;
        network.scan(named(Deadline::NOUN)?, &columns, &self.of_form(Deadline::NOUN), |row| {
            let Some(respondent) = row.get::<_, Option<i64>>(1)? else { return Ok(()) };
            let version = self.place_of(row.get(0)?);
            let day = |place| -> Result<Option<NaiveDate>> {
                Ok(row.get::<_, Option<String>>(place)?.map(|text| text.parse::<Day>()).transpose()?.map(|day| day.0))
            };
            let rule = Rule { periodicity: row.get::<_, String>(2)?.parse()?, since: day(3)?, until: day(4)? };
            let respondent = notices.stands_for(self.noun.name, respondent);
            self.deadlines.entry(respondent).or_default().push((version, rule));
            Ok(())
        })
    }

    fn read_reports(&mut self, network: &Network) -> Result<()> {
        let notices = network.notices()?;
        let columns = ["id", self.noun.name, "period", "status", "form"];
        network.scan(named(Report::NOUN)?, &columns, &self.of_form(Report::NOUN), |row| {
            let Some(respondent) = row.get::<_, Option<i64>>(1)? else { return Ok(()) };
            let period = row.get::<_, Option<String>>(2)?.map(|text| text.parse()).transpose()?;
            let status = Status::of(&row.get::<_, String>(3)?);
            let sent = Sent { id: row.get(0)?, period, who: respondent, status, version: self.place_of(row.get(4)?) };
            let respondent = notices.stands_for(self.noun.name, respondent);
            self.sent.entry(respondent).or_default().push(sent);
            Ok(())
        })?;
        // Of two for the same days that of the newest version counts, and the one that has come furthest.
        self.sent.values_mut().for_each(|sent| {
            sent.sort_unstable_by_key(|sent| (sent.version, std::cmp::Reverse(sent.status as u8), sent.id));
        });
        Ok(())
    }

    /// The place of a version among them, by its row.
    fn place_of(&self, form: i64) -> usize {
        self.versions.iter().position(|version| version.id == form).unwrap_or_default()
    }

    /// The rows of a noun that are of this form.
    fn of_form(&self, noun: &str) -> Query {
        let mut query = Query::default();
        let forms = self.versions.iter().map(|version| Value::Integer(version.id));
        query.one_of(&format!("{noun}.form"), forms);
        query
    }

    /// What a respondent has begun or sent.
    pub fn sent(&self, respondent: &Respondent) -> &[Sent] {
        self.sent.get(&respondent.id).map_or(&[], Vec::as_slice)
    }

    /// The periods that a respondent owes and that lie within a span: those of their deadlines, else the form's first
    /// periodicity; none in which the respondent was not there on any day.
    pub fn owed(&self, respondent: &Respondent, span: Reported) -> Vec<Owed> {
        let mut owed = Vec::new();
        for version in 0..self.versions.len() {
            for rule in self.rules(respondent, version) {
                let due_days = self.versions[version].form.due_days.map_or(0, |days| days.0);
                let owe = |period: Reported| {
                    // Who was not there yet when it began to be asked has as many days from when they were.
                    let ends =
                        rule.ends(period).max(respondent.since.filter(|_| rule.until.is_none() && rule.is_once()));
                    let due = ends.and_then(|day| day.checked_add_days(Days::new(u64::from(due_days))));
                    Owed { period, version, is_once: rule.is_once(), since: rule.since, due }
                };
                owed.extend(rule.periods(span).into_iter().map(owe));
            }
        }
        owed.retain(|owed| respondent.was_there(owed.period));
        // Of a period that two versions ask for, the newest is owed.
        owed.sort_unstable();
        owed.dedup_by_key(|owed| owed.period);
        owed
    }

    /// How often a respondent owes a version: as their deadlines say, and until the first of these begins, and where there
    /// is none, as the form does.
    fn rules(&self, respondent: &Respondent, version: usize) -> Vec<Rule> {
        let form = &self.versions[version].form;
        // Where the next version begins, an older one ends.
        let newer = self.versions[..version].iter().filter_map(|newer| newer.form.since?.0.pred_opt());
        let until = newer.chain(form.until.map(|day| day.0)).min();
        let since = form.since.map(|day| day.0);
        let deadlines = self.deadlines.get(&respondent.id).map(Vec::as_slice).unwrap_or_default();
        let own = deadlines.iter().filter(|(of, _)| *of == version).map(|(_, deadline)| Rule {
            periodicity: deadline.periodicity,
            since: deadline.since.max(since),
            until: [deadline.until, until].into_iter().flatten().min(),
        });
        let mut rules: Vec<Rule> = own.collect();
        let first = rules.iter().map(Rule::begins).min();
        let usual_until = match first {
            None => until,
            Some(None) => return rules,
            Some(Some(first)) => first.pred_opt(),
        };
        if respondent.owes && self.of_version[version].contains(&respondent.id) {
            // What comes once, or when an agreement says, does not come before that says so.
            let comes = |periodicity: &Periodicity| first.is_none() || periodicity.months().is_some();
            let usual = form.periods.first().filter(comes);
            let usual = usual.map(|periodicity| Rule { periodicity, since, until: usual_until });
            rules.extend(usual.filter(|rule| rule.since.zip(rule.until).is_none_or(|(since, until)| since <= until)));
        }
        rules
    }

    /// A day from which on the last period that is over lies in what is looked at, whatever length it has.
    pub fn recently(&self, today: NaiveDate) -> Option<NaiveDate> {
        let form = &self.versions[0].form;
        let months = form.periods.first().and_then(Periodicity::months).unwrap_or(12);
        let days = form.due_days.map_or(0, |days| days.0);
        today.checked_sub_months(Months::new(2 * months))?.checked_sub_days(Days::new(u64::from(days)))
    }

    /// The first day on which anything of the form is known: the form's own, a deadline's, or the first report's.
    pub fn begins(&self) -> Option<NaiveDate> {
        let reports = self.sent.values().flatten().filter_map(|sent| Some(sent.period?.from));
        let deadlines = self.deadlines.values().flatten().filter_map(|(_, deadline)| deadline.since);
        let forms: Option<Vec<NaiveDate>> =
            self.versions.iter().map(|version| version.form.since.map(|since| since.0)).collect();
        forms.and_then(|days| days.into_iter().min()).or_else(|| reports.chain(deadlines).min())
    }
}

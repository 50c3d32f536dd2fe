//! What each respondent last answered to a form, and what each sheet says that nobody signed.

use super::form::{AskedOf, Form};
use super::missing::text;
use super::report::Status;
use super::respondent::{Respondent, respondents, within};
use super::subject::{area_of, canonical};
use super::version::{Asked, Version, asked, versions};
use crate::error::Result;
use crate::file::Network;
use crate::file::read::Query;
use crate::locale::say::{self, Text};
use crate::nouns::named;
use crate::value::{Period, Reported};
use crate::version::notice::What;
use clap::{Arg, ArgMatches};
use rusqlite::types::Value;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// How many of those who did not answer are named.
const NAMED: usize = 30;

/// What one respondent answered, or one sheet that nobody signed.
pub struct Response {
    /// Its report.
    pub report: i64,
    /// Who answered; nobody where the form is not signed.
    pub respondent: Option<Rc<Respondent>>,
    /// What it is about, where that is said.
    pub subject: Option<String>,
    /// Where those who answered, or what it is about, lie.
    pub area: Option<i64>,
    /// The period.
    pub period: Option<Reported>,
    /// The answers, by the places of their questions.
    pub answers: HashMap<usize, String>,
}

/// All that was answered to a form, or to all its versions.
pub struct Responses {
    /// The newest version.
    pub form: Form,
    /// The questions.
    pub asked: Vec<Asked>,
    /// Of whom it is asked; nobody where the form is not signed.
    pub respondents: Vec<Rc<Respondent>>,
    /// What was answered: of each respondent the report of the latest period, of a form that nobody signs every sheet.
    pub given: Vec<Response>,
}

/// Which responses are wanted.
#[derive(Default)]
pub struct Wanted<'m> {
    /// The form, with its version or without.
    pub form: &'m str,
    /// The reports that lie within it.
    pub span: Option<Reported>,
    /// Those who lie in it.
    pub area: Option<&'m str>,
    /// What a sheet that nobody signs is about.
    pub subject: Option<&'m str>,
}

impl<'m> Wanted<'m> {
    /// What the line asks for.
    pub fn of(matches: &'m ArgMatches) -> Self {
        Self {
            form: text(matches, "form").unwrap_or_default(),
            span: matches.get_one::<Period>("span").map(Reported::from),
            area: text(matches, "within"),
            subject: text(matches, "about"),
        }
    }
}

/// The flag that says what sheets that nobody signs are about.
pub fn subject_flag() -> Arg {
    let subject = Arg::new("about").long("about").value_name("SUBJECT");
    subject.help("About: of a form that nobody signs, only the sheets about this, as session:4hd1s8jrd27v0")
}

impl Responses {
    /// Reads what was answered: only reports that were sent, and not returned, count.
    ///
    /// # Errors
    /// Where there is no such form, area or subject.
    pub fn read(network: &Network, wanted: &Wanted<'_>) -> Result<Self> {
        let mut versions = versions(network, wanted.form)?;
        let asked = asked(network, &versions)?;
        let is_signed = versions[0].form.asked_of != AskedOf::Anybody;
        let mut all: HashMap<i64, Rc<Respondent>> = HashMap::new();
        for version in versions.iter().filter(|_| is_signed) {
            let respondents = respondents(network, &version.form, wanted.area)?;
            all.extend(respondents.into_iter().map(|known| (known.id, Rc::new(known))));
        }
        let mut given = reports(network, &versions, &all, wanted)?;
        if is_signed {
            // The latest first, of one period that of the newest version: of each respondent the first one stays.
            given.sort_by_key(|(source, response)| {
                (Reverse(response.period.map(|period| (period.to, period.from))), source.0, response.report)
            });
            let mut known = HashSet::new();
            given.retain(|(_, response)| known.insert(response.respondent.as_ref().map(|respondent| respondent.id)));
        }
        let mut given: HashMap<Source, Response> = given.into_iter().collect();
        read_answers(network, &versions, &asked, &mut given)?;
        let mut given: Vec<Response> = given.into_values().collect();
        given.sort_by(|one, other| one.called().cmp(&other.called()).then(one.report.cmp(&other.report)));
        let mut respondents: Vec<Rc<Respondent>> = all.into_values().collect();
        // Who owes nothing and answered nothing is not asked.
        let today = network.today();
        let span = wanted.span.unwrap_or(Reported { from: today, to: today });
        let answered: HashSet<i64> =
            given.iter().filter_map(|response| Some(response.respondent.as_ref()?.id)).collect();
        respondents.retain(|known| answered.contains(&known.id) || (known.owes && known.was_there(span)));
        respondents.sort_by(|one, other| one.code.cmp(&other.code));
        Ok(Self { form: versions.remove(0).form, asked, respondents, given })
    }

    /// Whether those who answer are named.
    pub fn is_signed(&self) -> bool {
        self.form.asked_of != AskedOf::Anybody
    }

    /// What is to be told of those who did not answer: as many of their names as people read, in the order of their codes.
    pub fn silent(&self) -> Option<Text> {
        let answered = self.given.iter().filter_map(|response| Some(response.respondent.as_ref()?.id));
        let answered: HashSet<i64> = answered.collect();
        let silent: Vec<String> =
            self.respondents.iter().filter(|known| !answered.contains(&known.id)).map(|known| known.words()).collect();
        let named = silent[..silent.len().min(NAMED)].join(", ");
        match silent.len() {
            0 => None,
            count if count <= NAMED => Some(say::silent(count as i64, named)),
            count => Some(say::silent_and_more(count as i64, named, self.form.code.to_string())),
        }
    }

    /// What is to be told where answers for periods of different lengths stand side by side.
    pub fn periods_differ(&self) -> Option<Text> {
        let lengths: BTreeSet<String> =
            self.given.iter().filter_map(|response| Some(response.period?.periodicity().to_string())).collect();
        (lengths.len() > 1).then(|| say::periods_differ(lengths.into_iter().collect::<Vec<_>>().join(", ")))
    }
}

impl Response {
    /// The code of whoever answered.
    fn called(&self) -> Option<&str> {
        self.respondent.as_ref().map(|respondent| respondent.code.as_str())
    }
}

/// Which report an answer belongs to: the place of its version, who answered, the period and the submission.
type Source = (usize, Option<i64>, Option<String>, Option<String>);

/// The reports that count, of the respondents or about the subject.
fn reports(
    network: &Network,
    versions: &[Version],
    respondents: &HashMap<i64, Rc<Respondent>>,
    wanted: &Wanted<'_>,
) -> Result<Vec<(Source, Response)>> {
    let noun = versions[0].form.asked_of.noun();
    let subject = wanted.subject.map(|text| canonical(network, text)).transpose()?;
    let lying_in = match wanted.area.filter(|_| noun.is_none()) {
        Some(area) => Some(within(network, area)?),
        None => None,
    };
    let notices = network.notices()?;
    let mut query = Query::default();
    query.one_of("report.form", versions.iter().map(|version| Value::Integer(version.id)));
    let columns = ["id", "form", noun.unwrap_or("point"), "period", "submission", "status", "subject"];
    let (mut reports, mut areas) = (Vec::new(), HashMap::new());
    network.scan(named("report")?, &columns, &query, |row| {
        let status: String = row.get(5)?;
        let (who, text): (Option<i64>, Option<String>) = (row.get(2)?, row.get(3)?);
        let period = text.as_deref().and_then(|text| text.parse::<Reported>().ok());
        // What is asked once has no period.
        let is_within = |span| period.is_none_or(|period: Reported| period.is_within(span));
        if !Status::of(&status).counts() || wanted.span.is_some_and(|span| !is_within(span)) {
            return Ok(());
        }
        let respondent = who.zip(noun).map(|(who, noun)| notices.stands_for(noun, who));
        let respondent = respondent.and_then(|who| respondents.get(&who)).cloned();
        let about: Option<String> = row.get(6)?;
        let area = match (&respondent, &about) {
            (Some(respondent), _) => respondent.area,
            (None, Some(about)) => match areas.get(about) {
                Some(area) => *area,
                None => *areas.entry(about.clone()).or_insert(area_of(network, about)?),
            },
            _ => None,
        };
        let is_of_area = lying_in.as_ref().is_none_or(|areas| area.is_some_and(|area| areas.contains(&area)));
        if (noun.is_some() && respondent.is_none()) || (subject.is_some() && about != subject) || !is_of_area {
            return Ok(());
        }
        let version = place_of(versions, row.get(1)?);
        let response =
            Response { report: row.get(0)?, respondent, subject: about, area, period, answers: HashMap::new() };
        reports.push(((version, who, text, row.get(4)?), response));
        Ok(())
    })?;
    Ok(reports)
}

/// The place of a version among them, by its row.
fn place_of(versions: &[Version], form: i64) -> usize {
    versions.iter().position(|version| version.id == form).unwrap_or_default()
}

/// Puts the answers beside their reports.
fn read_answers(
    network: &Network,
    versions: &[Version],
    asked: &[Asked],
    reports: &mut HashMap<Source, Response>,
) -> Result<()> {
    let mut places = HashMap::new();
    for (place, asked) in asked.iter().enumerate() {
        places.extend(asked.rows.iter().map(|(id, version)| (*id, (place, *version))));
    }
    let mut query = Query::default();
    query.one_of("answer.question", places.keys().copied().map(Value::Integer));
    let noun = versions[0].form.asked_of.noun().unwrap_or("point");
    // Of points that are joined one may have the report, and another an answer that was given since.
    let notices = network.notices()?;
    let stands_for = |source: &Source| {
        let who = source.1.map(|who| notices.stands_for(noun, who));
        (source.0, who, source.2.clone(), source.3.clone())
    };
    let joined: HashSet<i64> =
        notices.all(What::Joined).filter(|(of, _)| *of == noun).map(|(_, id)| notices.stands_for(noun, id)).collect();
    let standing: HashMap<Source, Source> = reports.keys().map(|source| (stands_for(source), source.clone())).collect();
    network.scan(named("answer")?, &["question", noun, "period", "submission", "value"], &query, |row| {
        let Some((place, version)) = places.get(&row.get(0)?).copied() else { return Ok(()) };
        let source: Source = (version, row.get(1)?, row.get(2)?, row.get(3)?);
        let is_one_of_several = || source.1.is_some_and(|who| joined.contains(&notices.stands_for(noun, who)));
        let of = match reports.contains_key(&source) {
            true => Some(&source),
            false if is_one_of_several() => standing.get(&stands_for(&source)),
            false => None,
        };
        if let Some(response) = of.and_then(|of| reports.get_mut(of)) {
            response.answers.insert(place, row.get(4)?);
        }
        Ok(())
    })
}

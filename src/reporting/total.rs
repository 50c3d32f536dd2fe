//! `report total`: what was reported, added up, with who owes, who sent and who is missing beside every sum.

use super::book::Book;
use super::group::By;
use super::missing::{area_flag, form_flag, period_flag, text};
use super::question::{Kind, Question};
use super::report::Report;
use super::schedule::grid;
use super::sums::{Sums, added_up, read_answers};
use super::version::{Asked, asked, base, differing, reported_otherwise};
use crate::call::Call;
use crate::cli::flag;
use crate::error::{Refusal, Result};
use crate::locale::say;
use crate::nouns::named;
use crate::record::{Noun, Record};
use crate::stats::register::Register;
use crate::table::{self, Heading, Table, View};
use crate::value::{Form, Period, Periodicity, Reported};
use crate::verb::Verb;
use clap::{Arg, ArgMatches};

/// The verb.
pub const VERB: Verb = Verb {
    name: "total",
    about: "Add up what was reported for a period: who owes, who sent and who is missing stand beside every sum",
    applies: |noun| noun.name == Report::NOUN,
    build: |_, command| {
        table::flags(
            command
                .arg(form_flag())
                .arg(period_flag("Period: the reports that lie within it").required(true))
                .arg(By::flag())
                .arg(each_flag())
                .arg(area_flag())
                .arg(question_flag())
                .arg(flag("publish").help("Publish: counts from 1 to 7 as *, others rounded to 5")),
        )
        .after_help(
            "tukipont report total --form monthly --period 2026-Q3 --by county\ntukipont report total --form monthly --period 2025/2026 --each P3M --question sessions",
        )
    },
    run,
};

/// The flag that asks for a line for each of the periods within the period.
fn each_flag() -> Arg {
    let each = Arg::new("each").long("each").value_name("PERIODICITY");
    each.value_parser(clap::value_parser!(Periodicity)).help("Each: a line for each such period, P1M, P3M, P6M or P1Y")
}

/// The flag that names one question.
pub fn question_flag() -> Arg {
    let question = Arg::new("question").long("question").value_name("KEY");
    question.help("Question: only this one, by its code on the form")
}

fn run(call: &mut Call, _: &'static Noun, matches: &ArgMatches) -> Result<()> {
    let today = call.today();
    let network = call.read()?;
    let book = Book::read(&network, text(matches, "form").unwrap_or_default(), text(matches, "within"))?;
    let Some(span) = matches.get_one::<Period>("span").map(Reported::from) else { return Ok(()) };
    let mut asked = asked(&network, &book.versions)?;
    asked.retain(|asked| asked.question.kind.adds_up() || asked.question.kind == Kind::YesNo);
    if let Some(key) = text(matches, "question") {
        let code = format!("{}/{key}", book.versions[0].form.code);
        if asked.iter().all(|asked| !asked.question.code.key().eq_ignore_ascii_case(key)) {
            network.find(named(Question::NOUN)?, &code, crate::file::names::Reach::Whole)?;
            return Err(Refusal::usage(say::does_not_add_up(key)).hint(say::does_not_add_up_hint(code)).into());
        }
        asked.retain(|asked| asked.question.code.key().eq_ignore_ascii_case(key));
    }
    let publish = matches.get_flag("publish");
    let by = By::of(matches, book.versions[0].form.asked_of, publish)?;
    let areas = Register::read(&network, "area", None, call.speaker.language)?;
    let (answers, unreadable) = read_answers(&network, &book, &asked, span)?;
    let each = matches.get_one::<Periodicity>("each").copied();
    if let Some(endless) = each.filter(|each| each.months().is_none()) {
        let refusal = Refusal::usage(say::not_a_periodicity(endless.as_str()));
        return Err(refusal.hint(say::possible_values("P1M, P3M, P6M, P1Y")).into());
    }
    let mut table = Table { headings: headings(call, &asked, each.is_some(), by, &areas)?, ..Table::default() };
    let mut sums = Sums::default();
    // What of the span lies in no whole period of this length stands in no line.
    for part in each.map_or_else(|| vec![span], |each| grid(each, Some(span.from), span)) {
        let added = added_up(&book, &answers, &asked, (part, span), today, |who| by?.group_of(who, &areas));
        for ((group, place), line) in &added.lines {
            let period = each.map(|_| Some(part.to_string()));
            let line = line.cells(&asked[*place], publish);
            table.rows.push(period.into_iter().chain(by.map(|_| group.clone())).chain(line).collect());
        }
        sums.count(&added);
    }
    table.notes.push(say::total_is_of(book.called(), span.to_string()));
    table.notes.extend(differing(&asked));
    if let [version] = &book.versions[..]
        && let others @ [_, ..] = &reported_otherwise(&network, version, span)?[..]
    {
        table.notes.push(say::versions_reported(others.join(", "), base(version.form.code.as_str())));
    }
    let counted = [
        (sums.passed_over, say::total_passed_over(sums.passed_over)),
        (sums.coarser.len() as i64, say::total_coarser(sums.coarser.len() as i64)),
        (sums.to_come, say::total_to_come(sums.to_come)),
        (unreadable, say::total_unreadable(unreadable)),
    ];
    table.notes.extend(counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text));
    if publish {
        table.notes.push(say::total_is_rounded());
    }
    table.print(call, &View::of(matches))
}

fn headings(call: &Call, asked: &[Asked], is_each: bool, by: Option<By>, areas: &Register) -> Result<Vec<Heading>> {
    let mut headings = Vec::new();
    if is_each {
        headings.push(Heading::of("period", Report::NOUN, "period")?);
    }
    headings.extend(by.map(|by| by.heading(areas)));
    let mut question = Heading::new("question", say::asked_question(), Form::Text);
    for asked in asked {
        question.words.extend(asked.word(call.speaker.language));
    }
    headings.push(question);
    for (key, text) in [
        ("respondents", say::respondents()),
        ("reporting", say::reporting()),
        ("missing", say::not_reporting()),
        ("partial", say::partial()),
        ("periods_sent", say::periods_sent()),
        ("periods_owed", say::periods_owed()),
    ] {
        headings.push(Heading::new(key, text, Form::Number));
    }
    headings.push(Heading::new("sum", say::sum(), Form::Decimal));
    Ok(headings)
}

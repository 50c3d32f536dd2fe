//! What people see: help, refusals and tables in their language, and machines the same in all.

use std::cell::RefCell;
use std::io::Write;
use std::path::Path;
use std::rc::Rc;
use tukipont::call::{Streams, Terminal, Variables};
use tukipont::cli;
use tukipont::locale::Language;
use tukipont::nouns;

/// A stream that can still be read when the call is over.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Kept {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).unwrap()
    }
}

/// Runs a command line: its exit code, its data, its messages.
fn run(words: &[&str], variables: &[(&str, &str)]) -> (u8, String, String) {
    answered(words, variables, None)
}

/// Runs a command line with somebody there who gives these answers, one a line, or nobody.
fn answered(words: &[&str], variables: &[(&str, &str)], answers: Option<&'static str>) -> (u8, String, String) {
    let (output, errors) = (Kept::default(), Kept::default());
    let is_there = answers.is_some();
    let streams = Streams {
        input: Box::new(answers.unwrap_or_default().as_bytes()),
        output: Box::new(output.clone()),
        errors: Box::new(errors.clone()),
        terminal: Terminal { input: is_there, output: false, errors: is_there },
    };
    let fixed = [("TUKIPONT_NOW", "2026-11-21T10:00:00Z"), ("TUKIPONT_CONFIG", "")];
    let variables = fixed.iter().chain(variables).map(|(name, value)| (name.to_string(), value.into()));
    let words = ["tukipont"].iter().chain(words).map(|word| word.into()).collect();
    let code = tukipont::run(words, variables.collect::<Variables>(), streams);
    (code, output.text(), errors.text())
}

fn network(folder: &Path) -> String {
    let file = folder.join("network.db").display().to_string();
    let lines: [&[&str]; 5] = [
        &["init", &file, "--site", "BEK07", "--name", "Békés", "--country", "hu"],
        &["point", "add", "ORO-1", "--name", "Könyvtár", "--area", "Orosháza", "--latitude", "46.5", "--db", &file],
        &["mentor", "add", "--name", "Minta Mária", "--skills", "email", "--db", &file],
        &["assignment", "add", "--person", "BEK07-M1", "--role", "mentor", "--point", "ORO-1", "--db", &file],
        &["session", "add", "-pORO-1", "-mphone", "-kgroup", "-n1200", "--minutes", "1:30", "--db", &file],
    ];
    for words in lines {
        let (code, _, errors) = run(words, &[]);
        assert_eq!(code, 0, "{words:?}: {errors}");
    }
    file
}

#[test]
fn machine_formats_are_the_same_bytes_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    let file = network(folder.path());
    for noun in &nouns::NOUNS {
        for (verb, format) in
            [("list", "csv"), ("list", "json"), ("list", "ndjson"), ("list", "tsv"), ("export", "csv")]
        {
            let all = Language::ALL.map(|language| {
                let words = [noun.name, verb, "--format", format, "--db", &file, "--lang", language.tag()];
                let (code, output, _) = run(&words, &[]);
                assert_eq!(code, 0, "{words:?}");
                output
            });
            assert!(all[0] == all[1] && all[0] == all[2], "{} {verb} --format {format}", noun.name);
            assert!(!all[0].is_empty() || format == "ndjson", "{} {verb} --format {format}", noun.name);
        }
    }
}

#[test]
fn tables_speak_the_readers_language() {
    let folder = tempfile::tempdir().unwrap();
    let file = network(folder.path());
    let (_, table, _) = run(&["session", "list", "--db", &file], &[("LANG", "hu_HU.UTF-8")]);
    assert!(table.contains("Részvétel") && table.contains("2026. 11. 21.") && table.contains("csoportos"), "{table}");
    let (_, table, _) = run(&["point", "show", "ORO", "--db", &file, "--lang=fi"], &[]);
    assert!(table.contains("Nimi") && table.contains("46,500000") && table.contains("avoinna"), "{table}");
}

#[test]
fn help_is_there_at_every_place_in_every_language() {
    fn pages(command: &clap::Command, path: &[String], language: Language) {
        let mut words: Vec<&str> = path.iter().map(String::as_str).collect();
        words.extend(["--lang", language.tag(), "--help"]);
        let (code, page, errors) = run(&words, &[]);
        assert_eq!((code, errors.as_str()), (0, ""), "{words:?}");
        assert!(!page.contains("help_") && !page.contains(['{', '}']), "{words:?}: {page}");
        assert!(
            page.lines().all(|line| line.chars().count() <= 100 || line.contains("tukipont ")),
            "{words:?}: {page}"
        );
        let (code, plain, _) = run(&[words.as_slice(), &["--plain"]].concat(), &[]);
        assert_eq!(code, 0, "{words:?}");
        assert!(plain.lines().all(|line| !line.trim_start().contains("  ")), "{words:?}: {plain}");
        for below in command.get_subcommands() {
            pages(below, &[path, &[below.get_name().to_string()]].concat(), language);
        }
    }
    let mut tree = cli::tree();
    tree.build();
    for language in Language::ALL {
        pages(&tree, &[], language);
    }
}

#[test]
fn a_name_alone_is_helped_in_words() {
    let (code, page, errors) = run(&[], &[("LC_ALL", "fi_FI.UTF-8")]);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(page.contains("Käyttö: tukipont KOMENTO [valitsimet]") && page.contains("Digitukipisteet"), "{page}");
    // A noun alone may be a script that lost its verb: help, but no success.
    let (code, page, errors) = run(&["point"], &[("LC_ALL", "hu_HU")]);
    assert_eq!((code, page.as_str()), (2, ""));
    assert!(errors.contains("Új pont felvétele") && errors.ends_with("hiba: hiányzik a parancs\n"), "{errors}");
}

#[test]
fn the_help_of_add_says_what_it_needs_and_fills_in() {
    let (_, page, _) = run(&["point", "add", "--help", "--lang", "hu"], &[]);
    for part in ["staffed (személyzettel)", "(kötelező)", "alapértelmezés: `open`", "tukipont point add MINTA-1"] {
        assert!(page.split_whitespace().collect::<Vec<_>>().join(" ").contains(part), "{part}: {page}");
    }
    // What a command beside the nouns borrows from one is told in the same words.
    for (words, parts) in [
        (["mentor", "add"].as_slice(), ["Mezők:", "(önkéntes)", "Név (kötelező)"]),
        (&["stats", "show", "activity"], ["Szűrők:", "(csoportos)", "Bontás: month"]),
    ] {
        let (_, page, _) = run(&[words, &["--help", "--lang", "hu"]].concat(), &[]);
        assert!(parts.iter().all(|part| page.contains(part)), "{words:?}: {page}");
    }
    let (_, page, _) = run(&["session", "add", "-h"], &[]);
    assert!(page.contains("(else today)") && page.contains("(else the setting `usual-point`)"), "{page}");
}

#[test]
fn refusals_are_told_in_the_readers_language() {
    let cases: &[(&[&str], &str, u8, &[&str])] = &[
        (&["asiointipiste", "list"], "fi", 2, &["tuntematon komento `asiointipiste`", "tarkoititko: point?"]),
        (&["pontok", "list"], "en", 2, &["did you mean point?"]),
        (&["munkatárs"], "hu", 2, &["erre gondolt: person?"]),
        (&["sesion", "list"], "hu", 2, &["erre gondolt: session?"]),
        (&["xyzzy"], "hu", 2, &["itt nincs ilyen parancs: `xyzzy`", "tukipont --help"]),
        (&["point", "lisst"], "hu", 2, &["erre gondolt: list?"]),
        (&["point", "add", "--nam", "x"], "fi", 2, &["valitsin `--nam`", "tarkoititko: --name?"]),
        (&["point", "add", "--kind", "stafed"], "hu", 2, &["hiba: --kind: ", "erre gondolt: staffed?"]),
        (&["point", "add", "--kind", "személyzettel"], "hu", 2, &["erre gondolt: staffed?"]),
        (&["point", "add", "--kind", "x"], "hu", 2, &["lehetséges: staffed, unstaffed, mobile"]),
        (&["point", "add", "--kind"], "fi", 2, &["virhe: --kind: arvo"]),
        (&["point", "show"], "fi", 2, &["puuttuu: CODE", "tukipont point show --help"]),
        (&["point", "show", "a", "b"], "hu", 2, &["felesleges szó: `b`"]),
        (&["point", "add", "--name", "a", "--name", "b"], "hu", 2, &["--name: csak egyszer"]),
        (&["session", "list", "--period", "2026", "--from", "2026-01-01"], "fi", 2, &["--period", "--from"]),
        (&["session", "list", "--from", "2026-02-30"], "hu", 4, &["hiba: --from: nincs ilyen nap", "tipp: "]),
        (&["--lang", "xx", "area", "list"], "fi", 2, &["--lang", "vaihtoehdot: en, hu, fi"]),
    ];
    for (words, language, code, parts) in cases {
        let (found, output, errors) = run(words, &[("TUKIPONT_LANG", language)]);
        assert_eq!((found, output.as_str()), (*code, ""), "{words:?}: {errors}");
        for part in *parts {
            assert!(errors.contains(part), "{words:?}: {part:?} is not in {errors:?}");
        }
    }
}

#[test]
fn hints_name_categories_and_kinds_in_the_readers_language() {
    let folder = tempfile::tempdir().unwrap();
    let file = network(folder.path());
    for (language, label, kind) in [
        ("en", "phone (phone support)", "HU332 (Békés, county)"),
        ("hu", "phone (telefonos segítségnyújtás)", "HU332 (Békés, megye)"),
        ("fi", "phone (puhelintuki)", "HU332 (Békés, Unkarin lääni)"),
    ] {
        let told = |words: &[&str]| run(&[words, &["--db", &file, "--lang", language]].concat(), &[]).2;
        let errors = told(&["session", "add", "-pORO-1", "-mphonee", "-kgroup", "-n1"]);
        assert!(errors.contains(label), "{errors}");
        let errors = told(&["area", "show", "Békés"]);
        assert!(errors.contains(kind), "{errors}");
    }
}

#[test]
fn help_says_what_a_command_is_about_first() {
    let place = |page: &str, part: &str| page.find(part).unwrap_or_else(|| panic!("{part}: {page}"));
    for (language, parts) in [
        ("en", ["Arguments:", "--by ", "Filters:", "Texts match", "Output:", "For every command"]),
        ("hu", ["Argumentumok:", "--by ", "Szűrők:", "A szövegben", "Kimenet:", "Minden parancshoz"]),
        ("fi", ["Argumentit:", "--by ", "Rajaukset:", "Tekstistä", "Tuloste:", "Kaikille komennoille"]),
    ] {
        let (_, page, _) = run(&["stats", "show", "activity", "--help", "--lang", language], &[]);
        assert!(parts.map(|part| place(&page, part)).is_sorted(), "{page}");
    }
    let (_, page, _) = run(&["point", "rename", "--help"], &[]);
    assert!(place(&page, "Arguments:") < place(&page, "NEW_CODE  "), "{page}");
    let (_, page, _) = run(&["mentor", "add", "--help"], &[]);
    assert!(page.starts_with("Add a mentor"), "{page}");
    let (_, page, _) = run(&["setting", "set", "--help", "--lang", "hu"], &[]);
    assert!(page.contains("  usual-point          az alkalom pontja"), "{page}");
}

#[test]
fn questions_name_the_values_and_take_the_readers_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = network(folder.path());
    let add = |code: &str, language: &str, answers: &'static str| {
        let words = ["person", "add", code, "--name", "Minta Ödön", "--db", &file, "--lang", language];
        let (exit, _, told) = answered(&words, &[], Some(answers));
        assert_eq!(exit, 0, "{told}");
        told
    };
    let told = add("A-1", "hu", "aktiv\n");
    assert!(told.starts_with("Állapot (prospective: jelölt, in-training: képzés alatt, active: aktív, "), "{told}");
    let told = add("A-2", "fi", "töissä\nkoulutuksessa\n");
    assert!(told.contains("in-training: koulutuksessa") && told.contains("virhe: --status: "), "{told}");
    let told = add("A-3", "en", "In training\n");
    assert!(told.starts_with("Status (prospective, in-training, active, "), "{told}");
    let words = ["person", "list", "--db", &file, "--format", "csv", "--fields", "code,status"];
    let (_, table, _) = run(&words, &[]);
    assert!(table.contains("A-1,active\nA-2,in-training\nA-3,in-training\n"), "{table}");
}

#[test]
fn the_users_own_settings_count_unless_somebody_says_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    std::fs::write(&file, "language = \"fi\"\nplain = true\n").unwrap();
    let config = ("TUKIPONT_CONFIG", file.to_str().unwrap());
    assert!(run(&["about"], &[config, ("LANG", "hu_HU")]).1.contains("tiedostossa"));
    assert!(run(&["about"], &[config, ("TUKIPONT_LANG", "hu")]).1.contains("fájlban"));
    std::fs::write(&file, "language = \"fi\"\ncolour = true\n").unwrap();
    let (code, _, errors) = run(&["about"], &[config]);
    assert_eq!(code, 1);
    assert!(errors.contains("config.toml") && errors.contains("line 2"), "{errors}");
    assert_eq!(run(&["about", "--help"], &[config]).0, 0, "help does not need them");
}

//! What is typed before TAB, and what must stand there after it.

use tukipont::complete::Shell;

/// What TAB must lead to.
pub enum After {
    /// The program gets these when Enter is pressed.
    Arguments(&'static [&'static str]),
    /// The line is this.
    Line(&'static str),
    /// The line is as it was.
    Nothing,
}

pub struct Case {
    pub typed: &'static str,
    pub after: After,
    /// The only shell that can have the case.
    pub shell: Option<Shell>,
}

const fn arguments(typed: &'static str, words: &'static [&'static str]) -> Case {
    Case { typed, after: After::Arguments(words), shell: None }
}

const fn line(typed: &'static str, line: &'static str) -> Case {
    Case { typed, after: After::Line(line), shell: None }
}

const fn nothing(typed: &'static str) -> Case {
    Case { typed, after: After::Nothing, shell: None }
}

const fn only(shell: Shell, case: Case) -> Case {
    Case { shell: Some(shell), ..case }
}

const STRANGE: &str = "O'Hara \"teli\" $HOME `id` \\ !x *?[a] {b,c} #~&;|<>()^";
const HOUSE: &[&str] = &["point", "show", "Kovács Háza"];
const LIBRARY: &[&str] = &["point", "show", "Äänekoski: kirjasto"];

pub const CASES: &[Case] = &[
    // Commands, flags, enum values.
    line("tukipont poi", "tukipont point "),
    line("tukipont point s", "tukipont point show "),
    line("tukipont session add --mo", "tukipont session add --mode "),
    arguments("tukipont session add --kind gr", &["session", "add", "--kind", "group"]),
    arguments("tukipont session add --kind=one", &["session", "add", "--kind=one-off"]),
    line("tukipont session add --reason n", "tukipont session add --reason no-"),
    // Other places of a command on a line.
    line("echo 'a b' | tukipont poi", "echo 'a b' | tukipont point "),
    line("LC_ALL=C.UTF-8 tukipont poi", "LC_ALL=C.UTF-8 tukipont point "),
    line("tukipont 2> /dev/null poi", "tukipont 2> /dev/null point "),
    line("~/bin/tukipont poi", "~/bin/tukipont point "),
    only(Shell::Bash, line("tukipont poi^ show x", "tukipont point show x")),
    only(Shell::Zsh, line("tukipont poi^ show x", "tukipont point  show x")),
    // Several: as far as they agree, never back.
    line("tukipont point show Kov", "tukipont point show Kovács\\ "),
    line("tukipont point show \"Kov", "tukipont point show \"Kovács "),
    nothing("tukipont point show Kovács\\ "),
    nothing("tukipont point show ko"),
    nothing("tukipont point show xyz"),
    // Names with spaces, continued in every style.
    arguments("tukipont point show Kovács\\ H", HOUSE),
    arguments("tukipont point show \"Kovács H", HOUSE),
    arguments("tukipont point show 'Kovács H", HOUSE),
    arguments("tukipont point show Kov'ács H", HOUSE),
    arguments("tukipont point show \"Kov\"ács\\ H", HOUSE),
    arguments("tukipont point show Kő", &["point", "show", "Kővágószőlős könyvtár"]),
    // Colons.
    arguments("tukipont point show Ää", LIBRARY),
    arguments("tukipont point show Äänekoski:\\ k", LIBRARY),
    arguments("tukipont point show Äänekoski\\:\\ k", LIBRARY),
    arguments("tukipont point show \"Äänekoski: k", LIBRARY),
    arguments("tukipont session add --tally age:7", &["session", "add", "--tally", "age:75-plus"]),
    arguments("tukipont session add --tally=age:7", &["session", "add", "--tally=age:75-plus"]),
    line("tukipont session add --tally ag", "tukipont session add --tally age:"),
    // Every sign that means something to a shell.
    arguments("tukipont point show O", &["point", "show", STRANGE]),
    arguments("tukipont point show O\\'H", &["point", "show", STRANGE]),
    arguments("tukipont point show \"O'H", &["point", "show", STRANGE]),
    arguments("tukipont point show \"O'Hara \\\"te", &["point", "show", STRANGE]),
    arguments("tukipont point show 'O'\\''H", &["point", "show", STRANGE]),
    arguments("tukipont point show O\\'Hara\\ \\\"teli\\\"\\ \\$H", &["point", "show", STRANGE]),
    // History, which both shells read even between double quotes.
    arguments("tukipont point show \"He", &["point", "show", "Hei! täällä"]),
    arguments("tukipont point show Hei\\!\\ t", &["point", "show", "Hei! täällä"]),
    only(Shell::Bash, arguments("tukipont point show \"Hei\"\\!\" t", &["point", "show", "Hei! täällä"])),
    only(Shell::Zsh, arguments("tukipont point show \"Hei\\! t", &["point", "show", "Hei! täällä"])),
    // Values behind a flag.
    arguments("tukipont session add --point Kovács\\ H", &["session", "add", "--point", "Kovács Háza"]),
    arguments("tukipont session add --point=Kovács\\ H", &["session", "add", "--point=Kovács Háza"]),
    arguments("tukipont session add --point=\"Kovács H", &["session", "add", "--point=Kovács Háza"]),
    arguments("tukipont session add --point='Kovács H", &["session", "add", "--point=Kovács Háza"]),
    arguments("tukipont session add --point=Ää", &["session", "add", "--point=Äänekoski: kirjasto"]),
    line("tukipont session add --point=Kov", "tukipont session add --point=Kovács\\ "),
    // Flags that name a row of another noun under a name of their own, and the values of a flag.
    arguments(
        "tukipont report missing --form monthly.1 --lead mint",
        &["report", "missing", "--form", "monthly.1", "--lead", "Minta Mária"],
    ),
    arguments("tukipont report total --form monthly.", &["report", "total", "--form", "monthly.1"]),
    arguments("tukipont report choices --by muni", &["report", "choices", "--by", "municipality"]),
    // Without accents and case, when only one is meant.
    arguments("tukipont point show osk", &["point", "show", "Öskü könyvtár"]),
    arguments("tukipont point show \"OSK", &["point", "show", "Öskü könyvtár"]),
    arguments("tukipont point show 'ösk", &["point", "show", "Öskü könyvtár"]),
    arguments("tukipont session add --point=osk", &["session", "add", "--point=Öskü könyvtár"]),
    // What was done before.
    arguments("tukipont history point Kő", &["history", "point", "Kővágószőlős könyvtár"]),
    arguments("tukipont join point V-P1 Kovács\\ H", &["join", "point", "V-P1", "Kovács Háza"]),
    arguments("tukipont conflict show point ", &["conflict", "show", "point", "V-P6"]),
    nothing("tukipont conflict resolve point V-P6 --take "),
    line("tukipont conflict resolve point V-P6 --take 2", "tukipont conflict resolve point V-P6 --take 2 "),
    nothing("tukipont conflict resolve point V-P6 --take 3"),
    arguments("tukipont handover create --for co", &["handover", "create", "--for", "county desk"]),
    line("tukipont undo 9", "tukipont undo 9 "),
    nothing("tukipont undo 99"),
    line("tukipont restore sh", "tukipont restore sheet.csv "),
    // The file that the line names.
    arguments("tukipont point show --db other.db 'Only h", &["point", "show", "--db", "other.db", "Only here"]),
    line("tukipont --db ~/other.db point show ", "tukipont --db ~/other.db point show V-P"),
    line("tukipont --db=other.db point show O", "tukipont --db=other.db point show Only\\ "),
    line("tukipont --db \"$OTHER\" point show O", "tukipont --db \"$OTHER\" point show Only\\ "),
    nothing("tukipont --db missing.db point show Kov"),
    nothing("tukipont --db broken.db point show Kov"),
    nothing("tukipont --db locked.db point show Kov"),
    // Paths.
    line("tukipont point export -o sh", "tukipont point export -o sheet.csv "),
    line("tukipont point export -o ~/sh", "tukipont point export -o ~/sheet.csv "),
    line("tukipont point export -o fol", "tukipont point export -o folder/"),
    line("tukipont point export -o x > sh", "tukipont point export -o x > sheet.csv "),
    line("tukipont --db ot", "tukipont --db other.db "),
];

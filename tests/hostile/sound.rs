//! The sound files that every forgery begins with, made once: two copies of a network that were edited apart.

use crate::desk::{Desk, End, case};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// `own.db`, which receives; `sent.db` and `sent.handover`, which are sent.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let desk = Desk::empty();
    make(&desk);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    fs::create_dir_all(&folder).expect("a folder");
    for name in ["own.db", "sent.db", "sent.handover"] {
        fs::copy(desk.path(name), folder.join(name)).expect("a sound file");
    }
    folder
});

/// A sound file of this name.
pub fn file(name: &str) -> PathBuf {
    FOLDER.join(name)
}

#[test]
fn sound_files_are_taken() {
    Desk::new().judge(vec![case("nothing forged", End::Taken, |_| {})]);
}

/// Something of everything, and little of it.
fn make(desk: &Desk) {
    // Half a year ago, by the same clock and with the same ids in every run.
    let done = |line: &str| {
        let mut command = desk.command(&line.split(' ').collect::<Vec<_>>());
        let answer = desk.ask_by(command.env("TUKIPONT_NOW", "2026-05-21T10:00:00Z"));
        assert_eq!(answer.code, Some(0), "{line}: {}", answer.err);
    };
    let sent = |line: &str| done(&format!("--db sent.db {line}"));
    sent("init sent.db --site S --name Network --country none");
    let sheet: String =
        (1..=20).map(|row| format!("2026-03-{row:02},P1,M1,phone,individual,2,1,60,Note-{row}\n")).collect();
    let heading = "date,point,mentor,mode,kind,attendances,returning,minutes,note\n";
    fs::write(desk.path("s.csv"), format!("{heading}{sheet}")).expect("a sheet");
    for line in [
        "area add R1 --name Régió --kind region",
        "area add C1 --name Megye --kind county --parent R1",
        "area add V1 --name Falu --kind municipality --parent C1 --population 480",
        "area add V2 --name Másik --kind municipality --parent C1",
        "organisation add O1 --name Önkormányzat --sector municipality --area V1 --email o@example.org",
        "point add P1 --name Könyvtár --area V1 --host O1 --address Fő-utca-1 --postcode 5900 --topics email",
        "point add P2 --name Teleház --area V2 --website example.org --opening-hours off",
        "point add P3 --name Kihelyezett --area V2",
        "person add M1 --name Minta-Mária --status active --phone +36301111111 --email m@example.org",
        "person add M2 --name Minta-Géza --status paused --organisation O1 --languages hu",
        "person add M3 --name Kettős --status paused",
        "person add M4 --name Kettős --status paused",
        "person add M5 --name Törölt --status left",
        "assignment add --person M1 --role mentor --point P1 --since 2026-01-01",
        "lead assign M2 --area C1 --since 2026-01-01",
        "session import s.csv",
        "mapping add county --name Minta --content columns={name='Name'}",
        "form add visit.1 --kind survey --asked-of point --periods P1Y --label-en Visit",
        "question add visit.1/rooms --form visit.1 --number 1 --kind count --label-en Rooms",
        "deadline add --form visit.1 --point P1 --periodicity P1Y --since 2025-01-01",
        "report add --form visit.1 --point P1 --period 2025 --status submitted --reason Ok",
        "answer add --question visit.1/rooms --point P1 --period 2025 --value 3 --source typed --note Semmi",
        "category add topic:egy --label-hu Egy",
        "category add topic:ketto --label-hu Kettő",
        "setting set counties-per-region 1",
        "point edit P2 --name Faluház",
        "person edit M3 --status active",
        "person erase M5 --yes",
    ] {
        sent(line);
    }
    fs::copy(desk.path("sent.db"), desk.path("own.db")).expect("a copy");
    for line in [
        "setting set site OWN",
        "point edit P2 --name Itt",
        "point edit P3 --name Itt",
        "setting clear counties-per-region",
    ] {
        done(line);
    }
    for line in ["point edit P2 --name Ott", "join person M3 M4", "point edit P3 --address Ott", "point remove P3"] {
        sent(line);
    }
    for line in [
        "session add --date 2026-04-01 --point P1 --mentor M2 --mode phone --kind individual -n 1 --note Új",
        "handover create -o sent.handover --people",
    ] {
        sent(line);
    }
}

//! A public standard: what is written is held to its schema, and what is read comes back the same.
//!
//! Columns, forms and values: LaMednum/standard-mediation-num, schema of version 1.0.2, Licence Ouverte 2.0, stated here
//! once more, apart from what the program goes by.

use super::run::Place;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tukipont::sheet::mapping::Origin;
use tukipont::standard::STANDARDS;

/// What may stand in a column.
enum Holds {
    Text,
    Needed,
    Number,
    Day,
    /// Letters of a form: `9` a digit, `*` a digit or a letter; what it may begin with, and how many follow.
    Form(&'static [&'static str], char, std::ops::RangeInclusive<usize>, bool),
    Several(&'static [&'static str]),
}

use Holds::{Day, Form, Needed, Number, Several, Text};

const SCHEMA: [(&str, Holds); 32] = [
    ("id", Needed),
    ("pivot", Form(&[""], '*', 9..=14, true)),
    ("nom", Needed),
    ("commune", Needed),
    ("code_postal", Form(&[""], '9', 5..=5, true)),
    (
        "code_insee",
        Form(
            &[
                "0", "1", "3", "4", "5", "6", "7", "8", "9", "2A", "2B", "21", "22", "23", "24", "25", "26", "27",
                "28", "29",
            ],
            '9',
            3..=4,
            false,
        ),
    ),
    ("adresse", Needed),
    ("complement_adresse", Text),
    ("latitude", Number),
    ("longitude", Number),
    ("typologie", Text),
    (
        "telephone",
        Form(&["+33", "+590", "+594", "+262", "+596", "+269", "+687", "+689", "+508", "+681"], '9', 6..=9, false),
    ),
    ("courriels", Text),
    ("site_web", Text),
    ("horaires", Text),
    ("presentation_resume", Text),
    ("presentation_detail", Text),
    ("source", Text),
    ("itinerance", Several(&["Itinérant", "Fixe"])),
    ("structure_parente", Text),
    ("date_maj", Day),
    (
        "services",
        Several(&[
            "Aide aux démarches administratives",
            "Maîtrise des outils numériques du quotidien",
            "Insertion professionnelle via le numérique",
            "Utilisation sécurisée du numérique",
            "Parentalité et éducation avec le numérique",
            "Loisirs et créations numériques",
            "Compréhension du monde numérique",
            "Accès internet et matériel informatique",
            "Acquisition de matériel informatique à prix solidaire",
        ]),
    ),
    (
        "publics_specifiquement_adresses",
        Several(&["Jeunes", "Étudiants", "Familles et/ou enfants", "Seniors", "Femmes"]),
    ),
    (
        "prise_en_charge_specifique",
        Several(&[
            "Surdité",
            "Handicaps moteurs",
            "Handicaps mentaux",
            "Illettrisme",
            "Langues étrangères (anglais)",
            "Langues étrangères (autres)",
            "Déficience visuelle",
        ]),
    ),
    ("frais_a_charge", Several(&["Gratuit", "Gratuit sous condition", "Payant"])),
    ("dispositif_programmes_nationaux", Several(&["France Services", "Point d'accès numérique CAF"])),
    ("formations_labels", Several(&["SUD LABS (PACA)"])),
    ("autres_formations_labels", Text),
    ("modalites_acces", Several(&["Se présenter", "Téléphoner", "Contacter par mail"])),
    (
        "modalites_accompagnement",
        Several(&["En autonomie", "Accompagnement individuel", "Dans un atelier collectif", "À distance"]),
    ),
    ("fiche_acces_libre", Text),
    ("prise_rdv", Text),
];

impl Holds {
    /// Whether a cell is as the schema asks.
    fn takes(&self, cell: &str) -> bool {
        match self {
            Needed => !cell.is_empty(),
            Text => true,
            Form(.., is_needed) if cell.is_empty() => !is_needed,
            Form(beginnings, kind, count, _) => {
                beginnings.iter().filter_map(|begin| cell.strip_prefix(begin)).any(|rest| {
                    let fits = |c: char| c.is_ascii_digit() || (*kind == '*' && c.is_ascii_alphabetic());
                    count.contains(&rest.len()) && rest.chars().all(fits)
                })
            }
            Number => cell.is_empty() || cell.parse::<f64>().is_ok_and(f64::is_finite),
            Day => cell.len() == 10 && cell.parse::<chrono::NaiveDate>().is_ok(),
            Several(values) => cell.is_empty() || cell.split('|').all(|entry| values.contains(&entry)),
        }
    }
}

/// The rows of a sheet, by their headings.
fn rows(sheet: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    let headings = reader.headers().expect("headings").clone();
    assert_eq!(headings.iter().collect::<Vec<_>>(), SCHEMA.each_ref().map(|(name, _)| *name));
    let row = |row: csv::StringRecord| headings.iter().zip(&row).map(|(h, c)| (h.to_string(), c.to_string())).collect();
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

/// Holds a sheet to the schema.
fn hold(sheet: &str) -> Vec<BTreeMap<String, String>> {
    let rows = rows(sheet);
    let mut ids = BTreeSet::new();
    for row in &rows {
        for (name, holds) in &SCHEMA {
            assert!(holds.takes(&row[*name]), "{name}: {}", row[*name]);
            assert!(!row[*name].contains('’'), "{name}: {}", row[*name]);
        }
        assert!(ids.insert(row["id"].clone()), "{} twice", row["id"]);
    }
    rows
}

const AREAS: &str = "code,name,kind,parent\n\
    FR1,Région Exemple,region,\n\
    99001,Exempleville,municipality,FR1\n\
    2A004,Essai-sur-Mer,municipality,FR1\n\
    99001-1,Exempleville 1er,district,99001\n\
    X-7,L’Étranger,municipality,FR1\n";
const HOSTS: &str =
    "code,name\n43493312300029,Anonymal\n43493312300028,Faux Numéro\nKONYVTAR12345,Mairie d’Exempleville\n";

/// Every value that may stand in a column of a point, so that each meets others.
const VALUES: [(&str, &[&str]); 12] = [
    ("name", &["L’Espace Exemple", "Cafe\u{301} de l'Essai", "\"Guillemets\", et virgules"]),
    ("kind", &["staffed", "unstaffed", "mobile"]),
    ("status", &["open", "open", "open", "open", "planned", "paused", "closed"]),
    ("area", &["99001", "2A004", "99001-1", "X-7", "99001", "2A004", "FR1", ""]),
    (
        "address",
        &["1 rue de l’Essai", "2 Rue\nde l'Essai", "Place du Marché", "Quai", "Allée", "Cours", "Impasse", "Mail", ""],
    ),
    ("postcode", &["01200", "20000", "97139", "35000", "75001", "5900", "44000", "59000", "13001", "F-01200", ""]),
    ("latitude", &["43.52609", "-0.5", "47000000", ""]),
    ("host", &["43493312300029", "43493312300028", "KONYVTAR12345", "", ""]),
    ("phone", &["+33100000000", "+3668000000", "+590590000000", "", ""]),
    (
        "topics",
        &["", "email", "e-services safety", "banking health ai", "learning culture content", "work devices", "office"],
    ),
    ("modes", &["", "home", "chat phone", "course online-course", "outreach", "service-point peer-support"]),
    ("languages", &["", "fr", "en fr", "hu", "en fi"]),
];

/// A network with all kinds of points, and what its points are.
fn network() -> (Place, Vec<HashMap<&'static str, &'static str>>) {
    let place = Place::new("none");
    place.sheet("areas.csv", AREAS);
    place.sheet("hosts.csv", HOSTS);
    place.done("area import areas.csv");
    place.done("organisation import hosts.csv");
    let points = (0..600).map(|number| {
        // Lengths without a common divisor, so that all meet all.
        let value = |(place, (name, values)): (usize, &(&'static str, &'static [&'static str]))| {
            (*name, values[(number * (2 * place + 1) + number / 7 * place) % values.len()])
        };
        VALUES.iter().enumerate().map(value).collect::<HashMap<_, _>>()
    });
    let points: Vec<_> = points.collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = VALUES.map(|(name, _)| name);
    writer.write_record(["code", "verified"].into_iter().chain(names)).expect("memory");
    for (number, point) in points.iter().enumerate() {
        let (code, verified) = (format!("P-{number:03}"), if number % 2 == 0 { "2024-02-29" } else { "" });
        writer
            .write_record([code.as_str(), verified].into_iter().chain(names.map(|name| point[name])))
            .expect("memory");
    }
    place.sheet("points.csv", writer.into_inner().expect("memory"));
    place.done("point import points.csv");
    (place, points)
}

#[test]
fn what_is_written_is_as_the_schema_asks() {
    let (place, points) = network();
    let is_open = |point: &&HashMap<&str, &str>| point["status"] == "open";
    let is_whole = |point: &&HashMap<&str, &str>| {
        let is_postcode = point["postcode"].len() == 5;
        is_postcode && !point["address"].is_empty() && !["", "FR1"].contains(&point["area"])
    };
    let open = points.iter().filter(is_open).count();
    let whole: Vec<_> = points.iter().filter(is_open).filter(is_whole).collect();
    assert!(whole.len() > 100 && open > whole.len() + 50, "{open} {}", whole.len());

    let told = place.refused("point export --standard mediation-numerique");
    assert_eq!(told.lines().filter(|line| line.contains(" lacks: ")).count(), open - whole.len());
    let left = place.run("point export --standard mediation-numerique --complete-only");
    assert_eq!(left.code, 0, "{}", left.err);
    assert!(left.err.contains(&format!("points left out for that: {}\n", open - whole.len())), "{}", left.err);
    for status in ["planned", "paused", "closed"] {
        let count = points.iter().filter(|point| point["status"] == status).count();
        assert!(left.err.contains(&format!("({status}): {count} (--status")), "{}", left.err);
    }
    let written = hold(&left.out);
    assert_eq!(written.len(), whole.len());
    let count = |name: &str, cell: &str| written.iter().filter(|row| row[name] == cell).count();
    let there = |name: &str, value: &str| whole.iter().filter(|point| point[name] == value).count();
    assert_eq!(count("pivot", "43493312300029"), there("host", "43493312300029"));
    assert_eq!(count("pivot", "00000000000000"), whole.len() - there("host", "43493312300029"));
    assert_eq!(count("structure_parente", "Mairie d'Exempleville"), there("host", "KONYVTAR12345"));
    assert_eq!(count("telephone", ""), there("phone", "") + there("phone", "+3668000000"));
    assert_eq!(count("commune", "Exempleville"), there("area", "99001") + there("area", "99001-1"));
    assert_eq!(count("code_insee", ""), there("area", "X-7"));
    assert_eq!(count("itinerance", "Itinérant"), there("kind", "mobile"));
    assert_eq!(count("nom", "Café de l'Essai"), there("name", "Cafe\u{301} de l'Essai"));
    assert_eq!(count("latitude", "-0.5"), there("latitude", "-0.5"));
    for (topics, services) in [
        ("email", "Maîtrise des outils numériques du quotidien"),
        ("e-services safety", "Aide aux démarches administratives|Utilisation sécurisée du numérique"),
        ("banking health ai", "Aide aux démarches administratives|Maîtrise des outils numériques du quotidien"),
    ] {
        let helped = |point: &&&HashMap<&str, &str>| point["topics"] == topics && point["kind"] != "unstaffed";
        assert_eq!(count("services", services), whole.iter().filter(helped).count(), "{topics}");
    }
    let days: BTreeSet<&str> = written.iter().map(|row| row["date_maj"].as_str()).collect();
    assert!(days.len() == 2 && days.contains("2024-02-29"), "{days:?}");
}

#[test]
fn what_is_written_comes_back_as_it_was() {
    let (place, _) = network();
    let before = place.export("point");
    let sheet = place.run("point export --standard mediation-numerique --complete-only").out;
    place.sheet("places.csv", &sheet);
    let count = rows(&sheet).len();
    let told = place.done("point import places.csv --standard mediation-numerique");
    assert!(told.ends_with(&format!("points: 0 new, 0 changed, {count} same\n")), "{told}");
    assert!(!told.contains("on the way"), "{told}");
    assert_eq!(place.export("point"), before);

    // Whoever else reads it writes the same again, of all that has a place here.
    let other = Place::new("none");
    other.sheet("places.csv", &sheet);
    let told = other.done("point import places.csv --standard mediation-numerique");
    assert!(told.ends_with(&format!("points: {count} new, 0 changed, 0 same\n")), "{told}");
    let again = other.run("point export --standard mediation-numerique --complete-only");
    let lost = |row: &BTreeMap<String, String>| {
        let mut row = row.clone();
        row.retain(|name, _| !["structure_parente", "prise_en_charge_specifique"].contains(&name.as_str()));
        row
    };
    let by_id = |sheet: &str| hold(sheet).iter().map(|row| (row["id"].clone(), lost(row))).collect::<BTreeMap<_, _>>();
    let (mine, theirs) = (by_id(&sheet), by_id(&again.out));
    // A municipality without a code of INSEE is named there by nothing.
    for (id, row) in mine.iter().filter(|(_, row)| !row["code_insee"].is_empty()) {
        assert_eq!(theirs.get(id), Some(row), "{}", again.err);
    }
}

/// A stranger's place, in the form of the standard.
fn strangers(services: &str, source: &str) -> String {
    let cell = |name: &str| match name {
        "id" => "lieu-1".to_string(),
        "pivot" => "43493312300029".to_string(),
        "nom" => "L’Atelier Exemple".to_string(),
        "commune" => "Exempleville".to_string(),
        "code_postal" => "99000".to_string(),
        "code_insee" => "99001".to_string(),
        "adresse" => "1 rue de l’Essai".to_string(),
        "date_maj" => "2024-02-29".to_string(),
        "services" => services.to_string(),
        "source" => source.to_string(),
        _ => String::new(),
    };
    let names = SCHEMA.each_ref().map(|(name, _)| name.to_string());
    format!("{}\n{}\n", names.join(","), SCHEMA.each_ref().map(|(name, _)| cell(name)).join(","))
}

#[test]
fn a_strangers_sheet_counts_once_and_what_was_made_finer_since_stays() {
    let place = Place::new("none");
    let everyday = "Maîtrise des outils numériques du quotidien|Utilisation sécurisée du numérique";
    place.sheet("places.csv", strangers(everyday, "Collecteur"));
    let told = place.done("point import places.csv --standard mediation-numerique");
    assert!(told.ends_with("points: 1 new, 0 changed, 0 same\n"), "{told}");
    let exported = place.export("point");
    assert!(exported.contains("devices internet-use safety"), "{exported}");
    let code = exported.lines().nth(1).and_then(|line| line.split(',').next()).expect("a point").to_string();
    place.done(&format!("point edit {code} --topics email,safety --status paused"));

    // In another order, with the accents apart: it says what the row would say.
    let apart = "Utilisation se\u{301}curise\u{301}e du nume\u{301}rique|Maîtrise des outils numériques du quotidien";
    for kind in ["unstaffed", "mobile"] {
        place.done(&format!("point edit {code} --kind {kind}"));
        for services in [everyday, apart] {
            place.sheet("places.csv", strangers(services, "Collecteur"));
            let told = place.done("point import places.csv --standard mediation-numerique");
            assert!(told.ends_with("points: 0 new, 0 changed, 1 same\n"), "{told}");
        }
        assert!(place.export("point").contains(&format!(",{kind},paused,")));
    }
    place.sheet("places.csv", strangers("Loisirs et créations numériques", "Collecteur"));
    let told = place.done("point import places.csv --standard mediation-numerique");
    assert!(told.contains("Topics: email safety → content culture"), "{told}");

    // Of several collectors' places nobody can say which are gone.
    let left = place.run("point import places.csv --standard mediation-numerique --gone");
    assert_eq!(left.code, 2, "{}", left.err);

    // Another collector's `lieu-1` is another place; a sender on the line means all of them.
    place.sheet("places.csv", strangers(everyday, "Autre"));
    assert!(
        place
            .done("point import places.csv --standard mediation-numerique")
            .ends_with("points: 1 new, 0 changed, 0 same\n")
    );
    for end in ["points: 1 new, 0 changed, 0 same\n", "points: 0 new, 0 changed, 1 same\n"] {
        let told = place.done("point import places.csv --standard mediation-numerique --sender region.example");
        assert!(told.ends_with(end), "{told}");
    }
}

#[test]
fn a_column_that_is_not_there_changes_nothing() {
    let place = Place::new("none");
    place.sheet("places.csv", strangers("", "Collecteur"));
    place.done("point import places.csv --standard mediation-numerique");
    let before = place.export("point");
    place.sheet("places.csv", "Id,Nom,Source\nlieu-1,L'Atelier Exemple,Collecteur\n");
    let told = place.done("point import places.csv --standard mediation-numerique");
    assert!(told.ends_with("points: 0 new, 0 changed, 1 same\n"), "{told}");
    assert_eq!(place.export("point"), before);
    place.sheet("places.csv", "id,nom,source\nlieu-1,L'Atelier Exemple,Collecteur,12 rue\n");
    let told = place.refused("point import places.csv --standard mediation-numerique");
    assert!(told.contains("places.csv:2: 12 rue: "), "{told}");
}

#[test]
fn the_table_knows_every_value_of_the_schema_once() {
    for standard in STANDARDS {
        let mappings = standard.mappings().expect("mappings that can be read");
        let mapping = &mappings[0];
        assert_eq!(mapping.headings, SCHEMA.each_ref().map(|(name, _)| name.to_string()));
        let several = |name: &str| {
            SCHEMA.iter().find_map(|(known, holds)| match holds {
                Several(values) if *known == name => Some(*values),
                _ => None,
            })
        };
        for (theirs, pairs) in &mapping.written {
            for word in pairs.iter().flat_map(|(_, word)| word.split('|')).filter(|word| !word.is_empty()) {
                assert!(several(theirs).is_some_and(|values| values.contains(&word)), "{theirs}: {word}");
            }
        }
        for rule in mapping.columns.iter().filter(|rule| rule.is_closed) {
            let Origin::Column(theirs) = &rule.origin else { panic!("{}", rule.column) };
            let values = several(theirs).expect("a list");
            for value in values {
                assert!(rule.values.contains_key(*value), "{theirs}: {value}");
            }
            // Of several words for one of ours the table says which is written.
            let mut words: HashMap<&str, Vec<&str>> = HashMap::new();
            for (word, ours) in &rule.values {
                ours.split(' ').for_each(|ours| words.entry(ours).or_default().push(word));
            }
            for (ours, words) in words {
                let key = format!("{}:{ours}", rule.column);
                let is_said =
                    mapping.written.get(theirs).is_some_and(|pairs| pairs.iter().any(|(ours, _)| *ours == key));
                assert!(is_said || words.len() == 1, "{key}: {words:?}");
                assert!(is_said || values.contains(&words[0]), "{key}: {words:?}");
            }
        }
        for mapping in &mappings {
            let theirs = mapping.theirs();
            assert!(theirs.iter().all(|theirs| mapping.headings.contains(theirs)), "{theirs:?}");
        }
    }
}

//! How rows are written: one transaction a command, every row with its stamp, every replaced version kept.

use super::{Network, Row, id, program};
use crate::error::{AtColumn, Refusal, Result};
use crate::locale::say::{self, Noun as Word};
use crate::record::{Cells, Naming, Noun};
use crate::value::code::APART;
use crate::version::write::Draft;
use rusqlite::types::Value;

/// What a row looks like in the file: numbers, texts, references as ids.
pub type Stored = Vec<Value>;

/// What writing a row came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// The row was not there before.
    New,
    /// The row was there, and says something else now.
    Changed,
    /// The row was there and says the same.
    Same,
    /// The row had been removed, and is back on top of its past.
    Restored,
}

impl Network {
    /// Puts the codes that people typed in place of names, and holds the row to every rule.
    ///
    /// # Errors
    /// The refusal of the first rule that is broken, with the column it stands in where it is known.
    pub fn settle(&self, noun: &'static Noun, cells: &Cells) -> Result<(Cells, Stored)> {
        let (cells, mut stored) = self.resolve(noun, cells)?;
        let cells = noun.complete(cells, self)?;
        for place in noun.completed.iter().filter_map(|name| noun.place(name)) {
            stored[place] = self.resolve_column(noun, place, cells[place].as_deref())?.1;
        }
        noun.check(&cells, self)?;
        Ok((cells, stored))
    }

    /// Adds a row; a code is made where the noun makes codes and none is given.
    ///
    /// # Errors
    /// Where a rule is broken or the code is taken.
    pub fn add(&self, noun: &'static Noun, cells: Cells) -> Result<Row> {
        if noun.known_by.is_empty() {
            let id = self.new_id(noun, noun.code(&cells))?;
            return self.insert(noun, id, cells);
        }
        let id = self.known_id(noun, &cells)?;
        match self.row(noun, id)? {
            None => self.insert(noun, id, cells),
            Some(row) => Err(Refusal::data(say::row_is_there(Word(noun.name), row.called(noun)))
                .hint(say::row_is_there_hint(noun.name, row.called(noun)))
                .into()),
        }
    }

    /// Adds a row whose id is known: the row of a register, or of a sheet.
    ///
    /// # Errors
    /// Where a rule is broken or the code is taken.
    pub fn insert(&self, noun: &'static Noun, id: i64, cells: Cells) -> Result<Row> {
        Ok(self.insert_or_restore(noun, id, cells)?.0)
    }

    /// The same, and tells whether the row had been there once: then it stands on top of its past.
    ///
    /// # Errors
    /// As `insert`.
    pub fn insert_or_restore(&self, noun: &'static Noun, id: i64, mut cells: Cells) -> Result<(Row, Written)> {
        self.give_a_code(noun, &mut cells)?;
        if let Some(code) = noun.code(&cells) {
            self.refuse_a_taken_code(noun, code, id)?;
        }
        let (cells, stored) = self.settle(noun, &cells)?;
        self.note_fields(noun, |place| stored[place] != Value::Null);
        let written = match self.lineage(noun, id)? {
            None => {
                self.put_first(noun, id, stored)?;
                Written::New
            }
            Some(past) => {
                let over = past.heads().map(|head| head.digest).collect();
                self.put(noun, id, past, vec![Draft { says: Some(stored), over }])?;
                Written::Restored
            }
        };
        Ok((Row { id, cells, shares_code: false }, written))
    }

    /// Adds a row that comes with the program: the same in every file, whoever makes it and when.
    ///
    /// # Errors
    /// Where it refers to a row that is not there yet.
    pub fn insert_known(&self, noun: &'static Noun, cells: &Cells) -> Result<()> {
        let id = self.new_id(noun, noun.code(cells))?;
        let (_, stored) = self.resolve(noun, cells)?;
        self.put_only(noun, id, stored, &program::STAMP)
    }

    /// Puts a row in place of what it was; nothing is written where nothing changed.
    ///
    /// What is as it was is not looked up again: a row that is joined or gone may stand behind it.
    ///
    /// # Errors
    /// Where a rule is broken.
    pub fn replace(&self, noun: &'static Noun, before: &Row, cells: &Cells) -> Result<Written> {
        let Some(lineage) = self.lineage(noun, before.id)? else {
            anyhow::bail!("{} {} is gone", noun.name, before.id)
        };
        let base = lineage.winner().digest;
        let said = lineage.content(noun, &base);
        let is_erased = self.is_erased(noun, before.id)?;
        let (mut shown, mut stored) = (before.cells.clone(), said.clone());
        for (place, column) in noun.columns().iter().enumerate() {
            // What was erased stays so, whatever a sheet brings.
            let stays = is_erased && (noun.is_personal(place) || column.name == "code");
            if cells[place] == before.cells[place] || stays {
                continue;
            }
            (shown[place], stored[place]) = self.resolve_column(noun, place, cells[place].as_deref())?;
            if noun.known_by.contains(&column.name.as_str()) && stored[place] != said[place] {
                let refusal = Refusal::data(say::key_stays(Word(noun.name))).hint(say::key_stays_hint(noun.name));
                return Err(anyhow::Error::from(refusal).context(AtColumn(column.name.clone())));
            }
        }
        shown = noun.complete(shown, self)?;
        for place in noun.completed.iter().filter_map(|name| noun.place(name)) {
            stored[place] = self.resolve_column(noun, place, shown[place].as_deref())?.1;
        }
        // What stays as it is asks nobody, however closed it is.
        if stored == said {
            return Ok(Written::Same);
        }
        noun.check_change(&before.cells, Some(&shown), self)?;
        noun.check(&shown, self)?;
        self.note_fields(noun, |place| said[place] != stored[place]);
        self.put(noun, before.id, lineage, vec![Draft { says: Some(stored), over: vec![base] }])?;
        Ok(Written::Changed)
    }

    /// Removes a row and what goes along with it; their versions stay.
    ///
    /// # Errors
    /// Where other rows refer to it, or its noun holds it.
    pub fn remove(&self, noun: &'static Noun, row: &Row) -> Result<()> {
        noun.check_change(&row.cells, None, self)?;
        self.refuse_a_needed_row(noun, row)?;
        let Some(lineage) = self.lineage(noun, row.id)? else { anyhow::bail!("{} {} is gone", noun.name, row.id) };
        let along = noun.along(&row.cells, self)?;
        // All heads: else another of them would come up in its place.
        let over = lineage.heads().map(|head| head.digest).collect();
        self.put(noun, row.id, lineage, vec![Draft { says: None, over }])?;
        along.iter().try_for_each(|(noun, row)| self.remove(noun, row))
    }

    /// A code for a row of somebody's register that has none: the same wherever that is read.
    pub fn give_a_code_of_its_id(&self, noun: &Noun, id: i64, cells: &mut Cells) {
        if let (Naming::Made(letter), None, Some(place)) = (noun.naming, noun.code(cells), noun.place("code")) {
            cells[place] = Some(format!("{letter}-{}", &id::show(id)[..8]));
        }
    }

    /// A code for a row that has none: the site, the noun's letter, and the first number that is free.
    fn give_a_code(&self, noun: &'static Noun, cells: &mut Cells) -> Result<()> {
        let (Naming::Made(letter), None, Some(place)) = (noun.naming, noun.code(cells), noun.place("code")) else {
            return Ok(());
        };
        let beginning = format!("{}-{letter}", self.site()?);
        // Also the codes of rows that are gone, or were erased: an old sheet must never point at somebody else.
        let sql = format!(
            "SELECT max(coalesce(max(CAST(substr(code, ?2) AS INTEGER)), 0), \
             coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?3), 0)) + 1 FROM \
             (SELECT code FROM {0} UNION ALL SELECT body ->> 'code' FROM version WHERE noun = '{0}') \
             WHERE code >= ?1 AND code < ?1 || '~' AND substr(code, ?2) NOT GLOB '*[^0-9]*'",
            noun.name
        );
        let parameters = (&beginning, beginning.len() as i64 + 1, last_made(noun));
        let number: i64 = self.connection.prepare_cached(&sql)?.query_row(parameters, |row| row.get(0))?;
        cells[place] = Some(format!("{beginning}{number}"));
        Ok(())
    }

    /// Remembers the number in a code that was made here and is about to go for good.
    pub(crate) fn remember_made_code(&self, noun: &Noun, code: &str) -> Result<()> {
        let Naming::Made(letter) = noun.naming else { return Ok(()) };
        let beginning = format!("{}-{letter}", self.site()?);
        let Some(number) = code.strip_prefix(&beginning).and_then(|number| number.parse::<i64>().ok()) else {
            return Ok(());
        };
        let sql = "INSERT INTO setting (name, value, command) VALUES (?1, ?2, ?3) \
                   ON CONFLICT DO UPDATE SET value = excluded.value \
                   WHERE CAST(value AS INTEGER) < CAST(excluded.value AS INTEGER)";
        self.connection.execute(sql, (last_made(noun), number.to_string(), self.command_id()?))?;
        Ok(())
    }

    /// Refuses a code that another row has.
    ///
    /// # Errors
    /// Where it is taken.
    pub fn refuse_a_taken_code(&self, noun: &'static Noun, code: &str, id: i64) -> Result<()> {
        if code.contains(APART) {
            // It tells rows apart, and is no code of its own.
            return Err(Refusal::data(say::not_a_code(code)).hint(say::not_a_code_hint()).into());
        }
        let notices = self.notices()?;
        let is_one = |other: i64| notices.stands_for(noun.name, other) == notices.stands_for(noun.name, id);
        let taken = |other: &i64| !is_one(*other) || noun.naming == Naming::Known;
        match self.ids_of_code(noun, None, code)?.iter().any(taken) {
            true => Err(Refusal::data(say::code_taken(Word(noun.name), code))
                .hint(say::code_taken_hint(noun.name, code))
                .into()),
            false => Ok(()),
        }
    }

    /// Refuses to remove a row that others need, and says how many of which.
    pub(crate) fn refuse_a_needed_row(&self, noun: &'static Noun, row: &Row) -> Result<()> {
        let needed = self.needed_by(noun, row)?;
        if needed.is_empty() {
            return Ok(());
        }
        let code = noun.code(&row.cells).unwrap_or_default().to_string();
        Err(Refusal::data(say::row_needed(Word(noun.name), code, needed)).hint(say::row_needed_hint()).into())
    }
}

/// Where the highest number stands that was made for a noun's codes and whose row was erased.
fn last_made(noun: &Noun) -> String {
    format!("last-{}", noun.name)
}

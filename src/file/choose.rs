//! Which rows a hand-over carries: those of its scope, what is new of them, and every row they refer to.

use super::check::{categories_in, code_columns};
use super::id;
use super::slice::Slice;
use crate::error::Result;
use crate::network::{Category, Person};
use crate::nouns;
use crate::record::{Noun, Record};
use rusqlite::params_from_iter;
use std::collections::HashSet;

/// Which rows a hand-over is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    All,
    /// Those of the points of an area and of all below it.
    Area(i64),
    /// Those of one point.
    Point(i64),
}

impl Slice<'_> {
    /// Chooses the rows that belong to the scope, or once did, and that have changed since.
    pub(super) fn choose(&self, scope: Scope, since: Option<i64>) -> Result<()> {
        let run = |sql: &str, values: &[i64]| self.connection.execute(sql, params_from_iter(values));
        match scope {
            Scope::All => {
                run("INSERT INTO point_within SELECT id FROM network.point", &[])?;
                run("INSERT OR IGNORE INTO point_within SELECT id FROM network.version WHERE noun = 'point'", &[])?;
            }
            Scope::Point(point) => {
                run("INSERT INTO point_within VALUES (?)", &[point])?;
            }
            Scope::Area(area) => {
                run(
                    "INSERT INTO within WITH RECURSIVE below (id) AS (VALUES (?) UNION \
                     SELECT area.id FROM network.area JOIN below ON area.parent = below.id) SELECT id FROM below",
                    &[area],
                )?;
                run("INSERT INTO point_within SELECT id FROM network.point WHERE area IN within", &[])?;
                run(
                    "INSERT INTO organisation_within SELECT id FROM network.organisation WHERE area IN within UNION \
                     SELECT id FROM network.version WHERE noun = 'organisation' AND body ->> 'area' IN within",
                    &[],
                )?;
                run(
                    "INSERT OR IGNORE INTO point_within SELECT id FROM network.version \
                     WHERE noun = 'point' AND body ->> 'area' IN within",
                    &[],
                )?;
            }
        }
        // Points that are joined are one, wherever each was thought to lie.
        let mut within = self.connection.prepare("SELECT id FROM point_within")?;
        let within: Vec<i64> = within.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let notices = self.network.notices()?;
        for point in within.into_iter().flat_map(|point| notices.meant_by("point", notices.stands_for("point", point)))
        {
            run("INSERT OR IGNORE INTO point_within VALUES (?)", &[point])?;
        }
        run("INSERT INTO chosen SELECT 'point', id FROM point_within", &[])?;
        for noun in nouns::versioned().filter(|noun| noun.name != "point") {
            for (column, within) in self.belongs(noun, scope)? {
                let (table, name) = (noun.name, column.as_str());
                let (here, once) = match name {
                    "id" => ("1".to_string(), "1".to_string()),
                    _ => (format!("\"{name}\" IN {within}"), format!("body ->> '{name}' IN {within}")),
                };
                let chosen = format!("INSERT OR IGNORE INTO chosen SELECT '{table}', id FROM network");
                run(&format!("{chosen}.{table} WHERE {here}"), &[])?;
                run(&format!("{chosen}.version WHERE noun = '{table}' AND {once}"), &[])?;
            }
        }
        self.add_erasures(since)?;
        match since {
            None => Ok(()),
            Some(turn) => {
                // What they refer to may be new, though they are not.
                if scope != Scope::All {
                    self.close()?;
                }
                self.keep_what_is_fresh(turn)
            }
        }
    }

    /// The columns by which a noun's rows belong to a scope, each with the table of what is within; `id` stands for all.
    fn belongs(&self, noun: &Noun, scope: Scope) -> Result<Vec<(String, &'static str)>> {
        if scope == Scope::All || noun.for_all {
            return Ok(vec![("id".to_string(), "")]);
        }
        let references = self.network.references(noun)?;
        let by = |target: &str, within: &'static str| {
            let columns = references.iter().filter(move |(_, of)| **of == target).map(|(column, _)| column.clone());
            columns.map(move |column| (column, within)).collect::<Vec<_>>()
        };
        let mut columns = by("point", "point_within");
        // What must have a point belongs where that does, wherever it took place.
        let may_do_without = noun.columns().iter().all(|column| column.name != "point" || !column.required);
        if matches!(scope, Scope::Area(_)) && may_do_without && noun.name != "area" {
            columns.extend(by("area", "within"));
            // What an organisation was asked and answered belongs where it is.
            if references.values().any(|target| ["form", "question"].contains(target)) {
                columns.extend(by("organisation", "organisation_within"));
            }
        }
        Ok(columns)
    }

    /// Adds the erasures of which whoever receives the slice may not know: all of persons, whom somebody may know by
    /// whatever way; of other rows those that are new since a turn and within the scope, or of a row that is not here.
    fn add_erasures(&self, since: Option<i64>) -> Result<()> {
        for noun in nouns::versioned().filter(|noun| noun.has_personal()) {
            let table = noun.name;
            let sql = format!(
                "INSERT INTO main.erased SELECT noun, id, clock, 0 FROM network.erased gone WHERE noun = '{table}' AND \
                 (noun = '{}' OR (turn > ? AND (id IN (SELECT id FROM chosen WHERE noun = '{table}') \
                 OR NOT EXISTS (SELECT 1 FROM network.{table} here WHERE here.id = gone.id UNION ALL \
                 SELECT 1 FROM network.version here WHERE here.noun = '{table}' AND here.id = gone.id))))",
                Person::NOUN
            );
            self.connection.execute(&sql, [since.unwrap_or(-1)])?;
        }
        Ok(())
    }

    /// Drops from the chosen rows those of which nothing is new after a turn; a point that is new brings all its rows,
    /// and so do an area that is and two points that are joined since.
    fn keep_what_is_fresh(&self, turn: i64) -> Result<()> {
        self.connection.execute("INSERT INTO fresh SELECT id FROM network.command WHERE turn > ?", [turn])?;
        let mut is_fresh = vec![
            "EXISTS (SELECT 1 FROM network.version v WHERE v.noun = chosen.noun AND v.id = chosen.id AND v.command IN fresh)"
                .to_string(),
        ];
        for noun in nouns::versioned() {
            let table = noun.name;
            is_fresh.push(format!(
                "(noun = '{table}' AND EXISTS (SELECT 1 FROM network.{table} t WHERE t.id = chosen.id AND t.command IN fresh))"
            ));
        }
        let fresh = is_fresh.join(" OR ");
        self.connection.execute_batch(&format!(
            "INSERT INTO fresh_area WITH RECURSIVE below (id) AS (SELECT id FROM chosen WHERE noun = 'area' \
             AND id IN (SELECT id FROM network.area WHERE parent IN within) AND ({fresh}) UNION \
             SELECT area.id FROM network.area JOIN below ON area.parent = below.id) SELECT id FROM below; \
             DELETE FROM point_within WHERE id NOT IN (SELECT id FROM chosen WHERE noun = 'point' AND ({fresh})) \
             AND id NOT IN (SELECT id FROM network.point WHERE area IN fresh_area) \
             AND id NOT IN (SELECT low FROM network.pair WHERE noun = 'point' AND command IN fresh) \
             AND id NOT IN (SELECT high FROM network.pair WHERE noun = 'point' AND command IN fresh)"
        ))?;
        let mut is_of_fresh = vec![fresh];
        for noun in nouns::versioned() {
            let table = noun.name;
            for (column, target) in self.network.references(noun)?.iter() {
                let within = match *target {
                    "point" => "point_within",
                    "area" if table != "area" => "fresh_area",
                    _ => continue,
                };
                is_of_fresh.push(format!(
                    "(noun = '{table}' AND id IN (SELECT id FROM network.{table} WHERE \"{column}\" IN {within}))"
                ));
            }
        }
        let sql = format!("DELETE FROM chosen WHERE NOT ({})", is_of_fresh.join(" OR "));
        self.connection.execute(&sql, [])?;
        Ok(())
    }

    /// Adds every row that the chosen ones refer to, in whatever version, and those that they were joined with; each time
    /// only what those bring along that came last, for a row may stand at the end of a long way.
    pub(super) fn close(&self) -> Result<()> {
        let last = || self.connection.query_row("SELECT coalesce(max(rowid), 0) FROM chosen", [], |row| row.get(0));
        let (mut done, mut now): (i64, i64) = (0, last()?);
        // At first most of the file may be chosen: the database knows best where to begin.
        for sql in self.what_they_bring("JOIN")? {
            self.connection.execute(&sql, [done])?;
        }
        let steps = self.what_they_bring("CROSS JOIN")?;
        let mut steps: Vec<_> = steps.iter().map(|sql| self.connection.prepare(sql)).collect::<Result<_, _>>()?;
        loop {
            while now < last()? {
                (done, now) = (now, last()?);
                for step in &mut steps {
                    step.execute([done])?;
                }
            }
            // Codes are looked up once all else is there; what they bring follows them.
            if self.add_categories()? == 0 {
                return Ok(());
            }
        }
    }

    /// What adds the rows that those bring along which were chosen after a place in the table.
    fn what_they_bring(&self, join: &str) -> Result<Vec<String>> {
        let mut steps = Vec::new();
        for noun in nouns::versioned() {
            let table = noun.name;
            let chosen = format!("chosen c WHERE c.rowid > ?1 AND +c.noun = '{table}'");
            for (column, target) in self.network.references(noun)?.iter() {
                steps.push(format!(
                    "INSERT OR IGNORE INTO chosen SELECT DISTINCT '{target}', \"{column}\" FROM network.{table} \
                     WHERE id IN (SELECT c.id FROM {chosen}) AND \"{column}\" IS NOT NULL"
                ));
                steps.push(format!(
                    "INSERT OR IGNORE INTO chosen SELECT DISTINCT '{target}', body ->> '{column}' \
                     FROM chosen c {join} network.version v ON v.noun = c.noun AND v.id = c.id \
                     WHERE c.rowid > ?1 AND v.noun = '{table}' AND body ->> '{column}' IS NOT NULL"
                ));
            }
        }
        steps.push(
            "INSERT OR IGNORE INTO chosen SELECT 'pair', pair.id FROM network.pair JOIN chosen c \
             ON c.noun = pair.noun AND c.id IN (low, high) WHERE c.rowid > ?1"
                .to_string(),
        );
        // A decision that was taken back stands in no table.
        steps.push(
            "INSERT OR IGNORE INTO chosen SELECT 'pair', v.id FROM network.version v JOIN chosen c \
             ON c.noun = body ->> 'noun' AND c.id IN (body ->> 'low', body ->> 'high') \
             WHERE v.noun = 'pair' AND c.rowid > ?1"
                .to_string(),
        );
        for end in ["low", "high"] {
            steps.push(format!(
                "INSERT OR IGNORE INTO chosen SELECT pair.noun, {end} FROM network.pair \
                 WHERE pair.id IN (SELECT c.id FROM chosen c WHERE c.rowid > ?1 AND +c.noun = 'pair')"
            ));
        }
        Ok(steps)
    }

    /// Adds the categories whose codes stand in a list or a tally of a chosen row, in whatever version; gives how many.
    fn add_categories(&self) -> Result<usize> {
        let mut categories = HashSet::new();
        for (noun, column, list) in code_columns() {
            let table = noun.name;
            let mut statement = self.connection.prepare(&format!(
                "SELECT \"{column}\" FROM network.{table} WHERE \"{column}\" IS NOT NULL \
                 AND id IN (SELECT id FROM chosen WHERE noun = '{table}') UNION \
                 SELECT body ->> '{column}' FROM network.version v JOIN chosen c ON c.noun = v.noun AND c.id = v.id \
                 WHERE v.noun = '{table}' AND body ->> '{column}' IS NOT NULL"
            ))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let codes: String = row.get(0)?;
                categories.extend(categories_in(&codes, list).map(|code| id::of_code(Category::NOUN, &code)));
            }
        }
        let mut add = self.connection.prepare(
            "INSERT OR IGNORE INTO chosen SELECT 'category', id FROM network.category WHERE id = ?1 \
             UNION SELECT noun, id FROM network.version WHERE noun = 'category' AND id = ?1",
        )?;
        categories.into_iter().try_fold(0, |added, category| Ok(added + add.execute([category])?))
    }
}

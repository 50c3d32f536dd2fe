//! Which rows a hand-over carries: those of its scope, what is new of them, and every row they refer to.

use super::slice::Slice;
use crate::error::Result;
use crate::nouns;
use crate::record::Noun;
use rusqlite::params_from_iter;

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
                for point in self.network.notices()?.meant_by("point", point) {
                    run("INSERT INTO point_within VALUES (?)", &[point])?;
                }
            }
            Scope::Area(area) => {
                run(
                    "INSERT INTO within WITH RECURSIVE below (id) AS (VALUES (?) UNION \
                     SELECT area.id FROM network.area JOIN below ON area.parent = below.id) SELECT id FROM below",
                    &[area],
                )?;
                run("INSERT INTO point_within SELECT id FROM network.point WHERE area IN within", &[])?;
                run(
                    "INSERT OR IGNORE INTO point_within SELECT id FROM network.version \
                     WHERE noun = 'point' AND body ->> 'area' IN within",
                    &[],
                )?;
            }
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
        if scope == Scope::All {
            return Ok(vec![("id".to_string(), "")]);
        }
        let references = self.network.references(noun)?;
        let by = |target: &str, within: &'static str| {
            let columns = references.iter().filter(move |(_, of)| **of == target).map(|(column, _)| column.clone());
            columns.map(move |column| (column, within)).collect::<Vec<_>>()
        };
        let mut columns = by("point", "point_within");
        // What has a point belongs where the point does, wherever it took place.
        if matches!(scope, Scope::Area(_)) && (columns.is_empty() || noun.name == "assignment") {
            columns.extend(by("area", "within").into_iter().filter(|_| noun.name != "area"));
        }
        Ok(columns)
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
        while now < last()? {
            (done, now) = (now, last()?);
            for step in &mut steps {
                step.execute([done])?;
            }
        }
        Ok(())
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
}

//! How many rows are taken in at once: new ones in the order of their ids, all others one by one.

use super::Network;
use super::connect::CACHE;
use super::rows::{Body, Rows};
use super::stamp::Stamper;
use super::take::{Refused, Rules, Taken, refusal_of, used_twice};
use crate::error::Result;
use crate::record::Noun;
use crate::version::Seal;
use crate::version::digest::Digest;
use rusqlite::OptionalExtension;
use rusqlite::types::ToSqlOutput;
use std::collections::HashMap;
use std::sync::mpsc::sync_channel;

/// Fewer rows than these are not worth a second thread, nor indexes built anew.
const MANY: usize = 10_000;

/// Digests are handed over so many at a time.
const PIECE: usize = 4096;

/// New rows, and all others with the digest and the seal that they have in the file.
type Parted = (Vec<usize>, Vec<(usize, Option<(Digest, Seal)>)>);

impl Network {
    /// Makes ready for commands that write many rows: a copy of the file made meanwhile can be told from a whole one. A
    /// dry run leaves no mark, since it never ends with a row in the file.
    ///
    /// Several small ones may run within: to make ready for each takes longer than they do.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn enter_bulk(&self, command: &str, dry: bool) -> Result<()> {
        if !dry {
            self.mark_busy(command)?;
        }
        if self.bulks.get() == 0 {
            // References are looked up, each text once, in the same transaction; asking again for each row costs a
            // third. Sorting an index in pieces that fit the processor's cache takes half the time of sorting it in one.
            self.connection.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE;")?;
        }
        self.bulks.set(self.bulks.get() + 1);
        Ok(())
    }

    /// Ends what `enter_bulk` began.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn leave_bulk(&self) -> Result<()> {
        self.bulks.set(self.bulks.get().saturating_sub(1));
        if self.bulks.get() > 0 {
            return Ok(());
        }
        let cleared = self.clear_busy();
        self.connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;")?;
        cleared
    }

    /// Begins a command that writes many rows.
    ///
    /// # Errors
    /// As `begin`.
    pub fn begin_bulk(&self, verb: &str, noun: &str, dry: bool) -> Result<()> {
        self.enter_bulk(&format!("{noun} {verb}"), dry)?;
        self.begin(verb, noun).inspect_err(|_| {
            // Nothing was begun: whatever hindered it is told, not the mark.
            let _ = self.leave_bulk();
        })
    }

    /// Ends it: first the rows become durable, then the mark goes. In one transaction the page without the mark could
    /// be written before the pages with the rows, and a copy made in between could not be told from a whole one.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn end_bulk(&self, keep: bool) -> Result<()> {
        let kept = if keep { self.commit() } else { Ok(()) };
        if !self.connection.is_autocommit() {
            self.roll_back()?;
        }
        let left = self.leave_bulk();
        // Where the rows are there, a mark that stays is no fault of theirs: the next command that writes clears it.
        if keep && kept.is_ok() { Ok(()) } else { kept.and(left) }
    }

    /// Takes in rows whose noun's rules look at one row only; what is refused is noted, and then nothing is written.
    ///
    /// # Errors
    /// Only those of the database.
    pub fn take_many(
        &self,
        noun: &'static Noun,
        rows: &Rows,
        refused: &mut Vec<Refused>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Taken> {
        let order = in_order(noun, rows, refused);
        let (new, others) = self.part(noun, rows, order)?;
        self.check_new(noun, rows, &new, refused)?;
        let mut taken = Taken { new: new.len() as i64, ..Taken::default() };
        let stamper = Stamper::new(noun, &rows.columns);
        for (row, stored) in others {
            if stored.is_some_and(|(digest, seal)| digest == stamper.digest(&rows.body, row, &seal)) {
                taken.same += 1;
                continue;
            }
            if let Err(error) = self.take_one(noun, rows, row, &mut taken) {
                refused.push(refusal_of(row, error)?);
            }
        }
        if refused.is_empty() && rows.lacking(noun).is_empty() {
            self.insert_many(noun, rows, &new, progress)?;
        }
        Ok(taken)
    }

    /// Parts the rows into new ones and all others, these with the digest that they have in the file.
    fn part(&self, noun: &Noun, rows: &Rows, order: Vec<usize>) -> Result<Parted> {
        let exists = |sql: &str| -> Result<bool> {
            Ok(self.connection.query_row(&format!("SELECT EXISTS ({sql})"), [], |row| row.get(0))?)
        };
        let there = exists(&format!("SELECT 1 FROM {}", noun.name))?;
        let gone = exists(&format!("SELECT 1 FROM version WHERE noun = '{}'", noun.name))?;
        let seal = if noun.has_personal() { "seal" } else { "NULL" };
        let sql = format!("SELECT digest, {seal} FROM {} WHERE id = ?", noun.name);
        let mut stored = self.connection.prepare(&sql)?;
        let mut past = self.connection.prepare("SELECT 1 FROM version WHERE noun = ? AND id = ?")?;
        let (mut new, mut others) = (Vec::with_capacity(order.len()), Vec::new());
        for row in order {
            let id = rows.body.ids[row];
            let stamp: Option<(Digest, Seal)> = match there {
                true => stored.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?,
                false => None,
            };
            if stamp.is_some() || (gone && past.exists((noun.name, id))?) || self.is_erased(noun, id)? {
                others.push((row, stamp));
            } else {
                new.push(row);
            }
        }
        Ok((new, others))
    }

    /// Holds new rows to the rules of their noun; a verdict on equal cells is remembered.
    fn check_new(&self, noun: &'static Noun, rows: &Rows, new: &[usize], refused: &mut Vec<Refused>) -> Result<()> {
        let rules = Rules::of(self, noun)?;
        let columns = rows.columns.iter().enumerate();
        let checked = columns.filter(|(_, column)| rules.places().contains(&column.place));
        let checked: Vec<usize> = checked.map(|(at, _)| at).collect();
        // A text of the row's own has only its length here, which says too little.
        let memorable = checked.iter().all(|at| !rows.columns[*at].is_own);
        let mut verdicts: HashMap<Box<[u32]>, bool> = HashMap::new();
        let (mut numbers, mut key) = (Vec::new(), Vec::new());
        // In the order of the sheet, where one row lies beside the next.
        let mut is_new = vec![false; rows.len()];
        new.iter().for_each(|row| is_new[*row] = true);
        for row in (0..rows.len()).filter(|row| is_new[*row]) {
            numbers.clear();
            numbers.extend(rows.body.cells(row, &rows.columns).map(|(_, number, _)| number));
            key.clear();
            key.extend(checked.iter().map(|at| numbers[*at]));
            if memorable && verdicts.get(key.as_slice()) == Some(&true) {
                continue;
            }
            let verdict = rules.check(&rows.over(row, vec![None; noun.columns().len()]));
            verdicts.insert(key.clone().into_boxed_slice(), verdict.is_ok());
            if let Err(error) = verdict {
                refused.push(refusal_of(row, error)?);
            }
        }
        Ok(())
    }

    /// Inserts rows that are sound and new, in the order of their ids.
    fn insert_many(&self, noun: &Noun, rows: &Rows, new: &[usize], progress: &mut dyn FnMut(u64)) -> Result<()> {
        let there: i64 =
            self.connection.query_row(&format!("SELECT count(*) FROM {}", noun.name), [], |row| row.get(0))?;
        // Indexes built at the end are faster, unless what is there already is far more.
        let indexes = match new.len() >= MANY && there <= 4 * new.len() as i64 {
            true => self.drop_indexes(noun)?,
            false => Vec::new(),
        };
        let columns = rows.columns.iter().map(|column| format!(", \"{}\"", noun.columns()[column.place].name));
        let columns: String = columns.chain(noun.has_personal().then(|| ", seal".to_string())).collect();
        let marks = ", ?".repeat(rows.columns.len() + usize::from(noun.has_personal()));
        let sql = format!("INSERT INTO {} (clock, command, id, digest{columns}) VALUES (?, ?, ?, ?{marks})", noun.name);
        let mut insert = self.connection.prepare(&sql)?;
        // What is bound stays bound: a cell that is as in the row before costs nothing.
        insert.raw_bind_parameter(1, self.clock)?;
        insert.raw_bind_parameter(2, self.command_id()?)?;
        let mut bound = vec![0; rows.columns.len()];
        let (seal_at, mut is_sealed) = (rows.columns.len() + 5, false);
        let mut put = |(body, stamps): (Body, Vec<(Digest, Seal)>)| -> Result<()> {
            for (row, (digest, seal)) in stamps.iter().enumerate() {
                insert.raw_bind_parameter(3, body.ids[row])?;
                insert.raw_bind_parameter(4, digest.as_slice())?;
                if is_sealed || *seal != Seal::Empty {
                    insert.raw_bind_parameter(seal_at, seal)?;
                    is_sealed = *seal != Seal::Empty;
                }
                for (at, (column, number, own)) in body.cells(row, &rows.columns).enumerate() {
                    if bound[at] != number || (column.is_own && number > 0) {
                        insert.raw_bind_parameter(at + 5, ToSqlOutput::Borrowed(column.value(number, own)))?;
                        bound[at] = number;
                    }
                }
                insert.raw_execute()?;
            }
            progress(stamps.len() as u64);
            Ok(())
        };
        // Rows that follow each other by their ids lie far apart: they are gathered, and their digests taken, on
        // another thread.
        let secret: [u64; 4] = std::array::from_fn(|_| self.random());
        let gather = move |piece: &[usize]| {
            let body = rows.body.pick(piece, &rows.columns);
            let stamper = Stamper::new(noun, &rows.columns);
            let stamps = (0..piece.len()).map(|row| stamper.stamp(&body, row, &secret)).collect();
            (body, stamps)
        };
        if new.len() < MANY {
            put(gather(new))?;
        } else {
            std::thread::scope(|scope| {
                let (send, receive) = sync_channel(4);
                // Nobody receives any more where the insertion failed.
                scope.spawn(move || new.chunks(PIECE).try_for_each(|piece| send.send(gather(piece))));
                receive.into_iter().try_for_each(&mut put)
            })?;
        }
        if !new.is_empty() {
            self.note_versions(noun, new.len() as i64);
            self.effects.borrow_mut().is_moved = true;
            self.note_fields(noun, |place| rows.columns.iter().any(|column| column.place == place));
        }
        // An index is sorted in pieces as large as the cache: small ones fit the processor's own.
        self.connection.execute_batch("PRAGMA cache_size = -500")?;
        indexes.iter().try_for_each(|sql| self.connection.execute_batch(sql))?;
        Ok(self.connection.execute_batch(CACHE)?)
    }

    /// Drops the indexes of a noun's table, and gives what makes them again.
    fn drop_indexes(&self, noun: &Noun) -> Result<Vec<String>> {
        let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL \
                   ORDER BY rowid";
        let mut statement = self.connection.prepare(sql)?;
        let indexes = statement.query_map([noun.name], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let indexes: Vec<(String, String)> = indexes.collect::<Result<_, _>>()?;
        for (name, _) in &indexes {
            self.connection.execute_batch(&format!("DROP INDEX \"{name}\""))?;
        }
        Ok(indexes.into_iter().map(|(_, sql)| sql).collect())
    }
}

/// The rows in the order of their ids; of those with one id only the first is left.
fn in_order(noun: &Noun, rows: &Rows, refused: &mut Vec<Refused>) -> Vec<usize> {
    let mut order: Vec<(i64, usize)> = rows.body.ids.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut last = None;
    order.retain(|(id, row)| match last {
        Some((before, first)) if before == *id => {
            refused.push(used_twice(noun, rows, *row, first));
            false
        }
        _ => {
            last = Some((*id, *row));
            true
        }
    });
    order.into_iter().map(|(_, row)| row).collect()
}

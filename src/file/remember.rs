//! What was looked up while a command runs, or at one moment: remembered until a row that has a code is written.

use super::Network;
use super::names::Reach;
use crate::error::Result;
use crate::nouns::named;
use crate::record::{Naming, Noun, Record};
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::rc::Rc;

/// What was found, by its type and the noun of its rows, and by the text that it was looked up by.
pub(super) type Remembered = HashMap<(TypeId, &'static str), HashMap<String, Rc<dyn Any>>>;

impl Network {
    /// What `look` finds among the rows of a noun by a text; a running command looks once, since nobody else writes
    /// meanwhile, and so does whoever reads at one moment. What it finds must come from rows with codes alone: these are
    /// few beside all others, and when one of them is written, all is forgotten.
    ///
    /// # Errors
    /// Those of `look`, which are not remembered.
    pub fn remembered<T: 'static>(&self, noun: &Noun, text: &str, look: impl FnOnce() -> Result<T>) -> Result<Rc<T>> {
        // Only within a transaction, that of a command or of what is read at one moment, nobody else changes anything.
        if self.connection.is_autocommit() {
            return look().map(Rc::new);
        }
        let key = (TypeId::of::<T>(), noun.name);
        let known = self.remembered.borrow().get(&key).and_then(|found| found.get(text).cloned());
        if let Some(known) = known.and_then(|known| known.downcast().ok()) {
            return Ok(known);
        }
        let found = Rc::new(look()?);
        self.remembered.borrow_mut().entry(key).or_default().insert(text.to_string(), found.clone());
        Ok(found)
    }

    /// The row of a kind that is called so.
    ///
    /// # Errors
    /// As `find`.
    pub fn called_typed<R: Record>(&self, text: &str) -> Result<Rc<R>> {
        let noun = named(R::NOUN)?;
        self.remembered(noun, text, || self.find(noun, text, Reach::Whole)?.typed())
    }

    /// Forgets what was looked up, where a row of a noun that has codes is written.
    pub(crate) fn forget_looked_up(&self, noun: &Noun) {
        if noun.naming != Naming::Unnamed {
            self.remembered.borrow_mut().clear();
        }
    }
}

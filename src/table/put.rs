//! A file written whole or not at all, and never over another unasked.

use crate::call::Call;
use crate::error::{Refusal, Result};
use crate::file::place::{JOURNALS, TEMPORARY, beside, folder_that_holds, is_one, real_folder};
use crate::locale::format::harmless;
use crate::locale::say::{self, Text};
use clap::ArgMatches;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes a file whole or not at all, readable by its owner only.
///
/// # Errors
/// Where something is there already and it may not be replaced, or the file is the network file itself.
pub fn put(file: &Path, bytes: &[u8], force: bool, network: &Path) -> Result<()> {
    put_with(file, force, network, |to| Ok(to.write_all(bytes)?))
}

/// Writes to the file on the line and says so, or prints.
///
/// # Errors
/// As `put`.
pub fn put_or_print(call: &mut Call, matches: &ArgMatches, bytes: &[u8], told: impl Fn(String) -> Text) -> Result<()> {
    match matches.get_one::<PathBuf>("output").filter(|output| output.as_os_str() != "-") {
        None if call.streams.terminal.output => {
            // What steers a terminal may stand in a file, and is not shown.
            let lines = String::from_utf8_lossy(bytes).lines().map(harmless).collect::<Vec<_>>().join("\n");
            Ok(writeln!(call.streams.output, "{lines}")?)
        }
        None => Ok(call.streams.output.write_all(bytes)?),
        Some(output) => {
            put(output, bytes, matches.get_flag("force"), &call.path()?)?;
            call.say(&told(output.display().to_string()))
        }
    }
}

/// The same, for what is written piece by piece.
///
/// # Errors
/// As `put`, and those of what writes.
pub fn put_with<T>(
    file: &Path,
    force: bool,
    network: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T>,
) -> Result<T> {
    refuse_output(file, force, network)?;
    let folder = folder_that_holds(file);
    // Under a name that `doctor` and `check` tell, where a command does not come to its end.
    let mut temporary = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    let written = write(&mut temporary)?;
    temporary.as_file().sync_all()?;
    match force {
        true => temporary.persist(file).map_err(|error| error.error)?,
        // Somebody may have written there since we looked.
        false => temporary.persist_noclobber(file).map_err(|error| error.error)?,
    };
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(written)
}

/// Refuses a place where nothing may be written: something is there already, or it is the network file's own.
///
/// # Errors
/// Then, and where there is no such folder.
pub fn refuse_output(file: &Path, force: bool, network: &Path) -> Result<()> {
    let name = || file.display().to_string();
    if is_of_network(file, network) {
        return Err(Refusal::failed(say::output_is_network(name())).hint(say::other_output()).into());
    }
    if let Ok(there) = std::fs::symlink_metadata(file) {
        if there.is_symlink() {
            return Err(Refusal::failed(say::file_is_link(name())).hint(say::file_is_link_hint()).into());
        }
        if !there.is_file() {
            return Err(Refusal::failed(say::not_a_file(name())).hint(say::other_output()).into());
        }
        if !force {
            return Err(Refusal::failed(say::file_exists(name())).hint(say::use_force()).into());
        }
    }
    let folder = folder_that_holds(file);
    if !folder.is_dir() {
        return Err(Refusal::failed(say::no_folder(folder.display().to_string())).hint(say::no_folder_hint()).into());
    }
    Ok(())
}

/// Whether the output would be the network file by any of its names, or one that SQLite keeps beside it, there or not:
/// what it finds under such a name it takes for its own, and removes.
fn is_of_network(file: &Path, network: &Path) -> bool {
    let is_beside =
        |ending: &str| matches!((real_folder(file), real_folder(&beside(network, ending))), (Ok(a), Ok(b)) if a == b);
    is_one(file, network) || JOURNALS.into_iter().chain(["-shm"]).any(is_beside)
}

//! A file written whole or not at all, and never over another unasked.

use crate::error::{Refusal, Result};
use crate::file::open::{place_of, real_folder};
use crate::locale::say;
use std::io::Write;
use std::path::Path;

/// Writes a file whole or not at all, readable by its owner only.
///
/// # Errors
/// Where something is there already and it may not be replaced, or the file is the network file itself.
pub fn put(file: &Path, bytes: &[u8], force: bool, network: &Path) -> Result<()> {
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
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Refusal::failed(say::no_folder(folder.display().to_string())).hint(say::no_folder_hint()).into());
    }
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    match force {
        true => temporary.persist(file).map_err(|error| error.error)?,
        // Somebody may have written there since we looked.
        false => temporary.persist_noclobber(file).map_err(|error| error.error)?,
    };
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}

/// Whether the output would be the network file by any of its names, or one that SQLite keeps beside it, there or not:
/// what it finds under such a name it takes for its own, and removes.
fn is_of_network(file: &Path, network: &Path) -> bool {
    let is_beside = |ending: &str| {
        let mut name = network.as_os_str().to_owned();
        name.push(ending);
        matches!((real_folder(file), real_folder(Path::new(&name))), (Ok(a), Ok(b)) if a == b)
    };
    matches!((place_of(file), place_of(network)), (Ok(a), Ok(b)) if a == b)
        || ["-journal", "-wal", "-shm"].into_iter().any(is_beside)
}

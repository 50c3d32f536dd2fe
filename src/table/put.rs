//! A file written whole or not at all, and never over another unasked.

use crate::error::{Refusal, Result};
use crate::file::open::journal_of;
use crate::locale::say;
use std::io::Write;
use std::path::Path;

/// Writes a file whole or not at all, readable by its owner only.
///
/// # Errors
/// Where something is there already and it may not be replaced, or the file is the network file itself.
pub fn put(file: &Path, bytes: &[u8], force: bool, network: &Path) -> Result<()> {
    let name = || file.display().to_string();
    if let Ok(there) = std::fs::symlink_metadata(file) {
        let same = |a: &Path, b: &Path| matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b);
        if same(file, network) || same(file, &journal_of(network)) {
            return Err(Refusal::failed(say::output_is_network(name())).hint(say::other_output()).into());
        }
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

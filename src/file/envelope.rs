//! The envelope of a hand-over: a mark, the digest of what is inside, its length, and then a small network file.

use super::foreign::{Foreign, refused};
use super::place::private_file;
use super::spool::Spool;
use crate::error::{Refusal, Result};
use crate::locale::say;
use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;

/// How a hand-over begins.
pub(super) const MARK: &[u8; 20] = b"tukipont handover 1\n";

/// No hand-over is longer, in bytes: one that says so is not begun, for it may come out of a pipe that never ends.
const LONGEST: u64 = 8 << 30;

/// The digest of what is inside, 32 bytes of BLAKE3.
pub type Contents = [u8; 32];

/// Puts a network file into an envelope; gives the digest of it.
///
/// # Errors
/// Where it cannot be read or written.
pub fn seal(network: &Path, to: &mut dyn Write) -> Result<Contents> {
    let mut file = File::open(network)?;
    let digest = digest(&mut file)?;
    to.write_all(MARK)?;
    to.write_all(&digest)?;
    to.write_all(&file.metadata()?.len().to_le_bytes())?;
    file.rewind()?;
    std::io::copy(&mut file, to)?;
    Ok(digest)
}

/// Opens an envelope, and what is inside as a file from elsewhere, in a folder for that.
///
/// # Errors
/// Where it is no hand-over, or not whole.
pub fn open(name: &str, mut from: impl Read, spool: Spool) -> Result<(Foreign, Contents)> {
    let mut mark = Vec::new();
    from.by_ref().take(MARK.len() as u64).read_to_end(&mut mark)?;
    if mark != MARK {
        return Err(no_handover(name, &mark));
    }
    let damaged = || refused(say::handover_damaged(name));
    let (mut expected, mut length) = (Contents::default(), [0; 8]);
    from.read_exact(&mut expected).map_err(|_| damaged())?;
    from.read_exact(&mut length).map_err(|_| damaged())?;
    let length = u64::from_le_bytes(length);
    if length > LONGEST {
        return Err(damaged());
    }
    let path = spool.path("received.db");
    let mut copy = private_file(&path)?;
    // One byte more than there may be, so that what hangs on behind is seen.
    let size = std::io::copy(&mut from.take(length + 1), &mut copy)?;
    copy.rewind()?;
    if size != length || digest(&mut copy)? != expected {
        return Err(damaged());
    }
    drop(copy);
    Ok((Foreign::of_copy(name, &path, spool)?, expected))
}

fn digest(file: &mut File) -> Result<Contents> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file)?;
    Ok(*hasher.finalize().as_bytes())
}

/// The refusal of what is no hand-over, with what it is instead.
fn no_handover(name: &str, start: &[u8]) -> anyhow::Error {
    let refusal = Refusal::data(say::not_a_handover(name));
    let hint = match start {
        start if start.starts_with(b"SQLite format 3") => say::handover_is_network(),
        start if start.starts_with(b"age-encryption") || start.starts_with(b"-----BEGIN AGE") => {
            say::handover_is_encrypted(name)
        }
        _ => say::foreign_refused_hint(),
    };
    refusal.hint(hint).into()
}

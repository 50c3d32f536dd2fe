//! The file is copied while a command is running: the copy is told from the whole file, and refused.

use crate::desk::Desk;
use std::fs;

#[test]
fn a_copy_out_of_a_running_command() {
    let desk = Desk::new("none");
    let mark = |place: &str| {
        let file = desk.sql("n.db");
        file.execute("DELETE FROM busy", []).expect("no mark");
        file.execute("INSERT INTO busy VALUES ('import', 0, ?)", [place]).expect("a mark");
    };
    mark("elsewhere");
    desk.refused(&["point", "list"], 1, "was copied while a command was running");
    // The file itself is whole, even where a command was killed before it wrote.
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let metadata = fs::metadata(desk.file()).expect("the file");
        mark(&format!("{}:{}", metadata.dev(), metadata.ino()));
        desk.done("point list");
        fs::copy(desk.file(), desk.path("copy.db")).expect("a copy");
        desk.refused(&["--db", "copy.db", "point", "list"], 1, "`copy.db` was copied while");
        // A copy that the program makes is whole whatever the mark says, and does not bear it.
        desk.done("backup -o stick.db");
        desk.done("--db stick.db point list");
        desk.done("point edit K1 --name x");
        fs::copy(desk.file(), desk.path("copy.db")).expect("a copy");
        desk.done("--db copy.db point list");
    }
}

//! Rules of merging that a file's contents alone do not show, one case each.

-- What comes from elsewhere again and again: who sent the rows of an import, and how their sheets read.

-- Whose sheet an import took in: a hash of the sender's name, which nobody can read back. NULL where nobody was named.
ALTER TABLE command ADD COLUMN sender INTEGER CHECK (sender >= 0);

CREATE TABLE mapping (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE,
  name TEXT,
  content TEXT NOT NULL,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX mapping_code ON mapping (code);

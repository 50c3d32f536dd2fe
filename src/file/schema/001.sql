-- The first step: the nouns that carry the main job, their stamps, and what keeps the file safe.
-- Every noun's row has an id (what it is), mostly a code (what people call it) and a stamp (clock, digest, command).

-- What this copy of the file, or the network, is set to; `before` is what undo brings back.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT,
  before TEXT,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT, WITHOUT ROWID;

-- Set around a bulk command: a copy of the file that holds this row and has no journal beside it was cut out of one.
-- The place tells a copy from the file itself, where a killed command leaves a mark that means nothing more.
CREATE TABLE busy (
  command TEXT NOT NULL,
  since INTEGER NOT NULL,
  place TEXT NOT NULL
) STRICT;

-- Who did what when, to how many rows of which nouns and to which fields; never a typed value. `turn` counts what this
-- file has seen, its own commands and what others brought, and tells what is new since a hand-over.
CREATE TABLE command (
  id INTEGER PRIMARY KEY,
  clock INTEGER NOT NULL,
  site TEXT NOT NULL,
  verb TEXT NOT NULL,
  noun TEXT NOT NULL,
  schema INTEGER NOT NULL,
  rows TEXT,
  fields TEXT,
  turn INTEGER NOT NULL,
  own INTEGER NOT NULL CHECK (own IN (0, 1))
) STRICT;
CREATE INDEX command_turn ON command (turn);

-- Every version of a row that has more than one, or that does not show what its one version says; a row with a single
-- version stands only in its table. The body holds what it says; one that deletes says nothing. The seal stands for the
-- personal fields: NULL says that they are empty, no bytes say nothing of them, 16 are the salt of those that stand in
-- `personal`, 32 are the digest of those that stayed elsewhere or were erased.
CREATE TABLE version (
  noun TEXT NOT NULL,
  id INTEGER NOT NULL,
  digest BLOB NOT NULL,
  clock INTEGER NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id),
  parents BLOB NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  body TEXT,
  seal BLOB,
  personal TEXT,
  PRIMARY KEY (noun, id, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_command ON version (command);

-- Rows whose personal fields were erased, here or in a file that was merged: the set only grows.
CREATE TABLE erased (
  noun TEXT NOT NULL,
  id INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  PRIMARY KEY (noun, id)
) STRICT, WITHOUT ROWID;

-- What people must know of a row that its table does not tell; derived from the versions, like the tables themselves:
-- `conflict`, its versions disagree; `needed`, deleted, but rows that are shown refer to it; `shared`, another row has
-- the same code; `joined`, another row stands for it.
CREATE TABLE notice (
  noun TEXT NOT NULL,
  id INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('conflict', 'needed', 'shared', 'joined')),
  other INTEGER,
  PRIMARY KEY (noun, id, what)
) STRICT, WITHOUT ROWID;

-- A decision on two rows of one noun: that they are one thing, or that they are not.
CREATE TABLE pair (
  id INTEGER PRIMARY KEY,
  noun TEXT NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;

-- Hand-overs that were sent and received. `turn` is how far this file had come then.
CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  clock INTEGER NOT NULL,
  site TEXT NOT NULL,
  recipient TEXT,
  area INTEGER,
  point INTEGER,
  since INTEGER,
  people INTEGER NOT NULL CHECK (people IN (0, 1)),
  rows TEXT,
  digest BLOB,
  received INTEGER,
  turn INTEGER NOT NULL
) STRICT;

-- Whom a hand-over told of, so that whoever got it can be told of an erasure.
CREATE TABLE carried (
  handover INTEGER NOT NULL REFERENCES handover (id),
  noun TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (noun, id, handover)
) STRICT, WITHOUT ROWID;

CREATE TABLE area (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent INTEGER REFERENCES area (id),
  population INTEGER CHECK (population >= 0),
  latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000),
  longitude INTEGER CHECK (longitude BETWEEN -180000000 AND 180000000),
  since TEXT,
  until TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX area_code ON area (code);
CREATE INDEX area_parent ON area (parent);

CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE,
  label_en TEXT,
  label_hu TEXT,
  label_fi TEXT,
  coarser INTEGER REFERENCES category (id),
  since TEXT,
  until TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX category_code ON category (code);

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  sector INTEGER REFERENCES category (id),
  duty TEXT,
  scope TEXT,
  parent INTEGER REFERENCES organisation (id),
  area INTEGER REFERENCES area (id),
  email TEXT,
  phone TEXT,
  website TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX organisation_code ON organisation (code);

CREATE TABLE point (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  area INTEGER REFERENCES area (id),
  address TEXT,
  postcode TEXT,
  latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000),
  longitude INTEGER CHECK (longitude BETWEEN -180000000 AND 180000000),
  host INTEGER REFERENCES organisation (id),
  opened TEXT,
  closed TEXT,
  opening_hours TEXT,
  phone TEXT,
  email TEXT,
  website TEXT,
  modes TEXT,
  topics TEXT,
  languages TEXT,
  verified TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX point_code ON point (code);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE,
  name TEXT,
  kind TEXT,
  status TEXT NOT NULL,
  organisation INTEGER REFERENCES organisation (id),
  email TEXT,
  phone TEXT,
  languages TEXT,
  skills TEXT,
  joined TEXT,
  "left" TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  seal BLOB,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX person_code ON person (code);

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  person INTEGER REFERENCES person (id),
  role TEXT NOT NULL,
  point INTEGER REFERENCES point (id),
  area INTEGER REFERENCES area (id),
  organisation INTEGER REFERENCES organisation (id),
  since TEXT,
  until TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX assignment_person ON assignment (person);
CREATE INDEX assignment_point ON assignment (point);
CREATE INDEX assignment_area ON assignment (area);

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  point INTEGER NOT NULL REFERENCES point (id),
  mentor INTEGER REFERENCES person (id),
  area INTEGER REFERENCES area (id),
  mode INTEGER NOT NULL REFERENCES category (id),
  kind TEXT NOT NULL,
  topics TEXT,
  service INTEGER REFERENCES category (id),
  device INTEGER REFERENCES category (id),
  reason INTEGER REFERENCES category (id),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  attendances INTEGER NOT NULL CHECK (attendances BETWEEN 1 AND 10000),
  "returning" INTEGER CHECK ("returning" >= 0),
  tally TEXT,
  outcome INTEGER REFERENCES category (id),
  redirected_to INTEGER REFERENCES category (id),
  language TEXT,
  note TEXT,
  sender_id TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  seal BLOB,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX session_point ON session (point, date);
CREATE INDEX session_date ON session (date);

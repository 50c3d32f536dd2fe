-- What is asked, of whom, how often, and what was answered.

CREATE TABLE form (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE,
  label_en TEXT,
  label_hu TEXT,
  label_fi TEXT,
  kind TEXT NOT NULL,
  asked_of TEXT NOT NULL,
  periods TEXT NOT NULL,
  due_days INTEGER CHECK (due_days BETWEEN 1 AND 366),
  since TEXT,
  until TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX form_code ON form (code);

CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL COLLATE NOCASE,
  form INTEGER NOT NULL REFERENCES form (id),
  number INTEGER NOT NULL CHECK (number >= 0),
  label_en TEXT,
  label_hu TEXT,
  label_fi TEXT,
  definition_en TEXT,
  definition_hu TEXT,
  definition_fi TEXT,
  kind TEXT NOT NULL,
  required TEXT,
  least TEXT,
  most TEXT,
  list TEXT,
  figure TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX question_code ON question (code);
CREATE INDEX question_form ON question (form);

CREATE TABLE deadline (
  id INTEGER PRIMARY KEY,
  form INTEGER NOT NULL REFERENCES form (id),
  point INTEGER REFERENCES point (id),
  organisation INTEGER REFERENCES organisation (id),
  area INTEGER REFERENCES area (id),
  person INTEGER REFERENCES person (id),
  periodicity TEXT NOT NULL,
  since TEXT,
  until TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX deadline_form ON deadline (form);

-- Known by form, respondent, period and submission.
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  form INTEGER NOT NULL REFERENCES form (id),
  point INTEGER REFERENCES point (id),
  organisation INTEGER REFERENCES organisation (id),
  area INTEGER REFERENCES area (id),
  person INTEGER REFERENCES person (id),
  period TEXT,
  submission TEXT,
  subject TEXT,
  status TEXT NOT NULL,
  submitted TEXT,
  reason TEXT,
  assessor INTEGER REFERENCES person (id),
  recheck TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX report_form ON report (form, period);

-- Known by question, respondent, period and submission: its report is that of the question's form.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  question INTEGER NOT NULL REFERENCES question (id),
  point INTEGER REFERENCES point (id),
  organisation INTEGER REFERENCES organisation (id),
  area INTEGER REFERENCES area (id),
  person INTEGER REFERENCES person (id),
  period TEXT,
  submission TEXT,
  value TEXT NOT NULL,
  note TEXT,
  source TEXT,
  clock INTEGER NOT NULL,
  digest BLOB NOT NULL,
  command INTEGER NOT NULL REFERENCES command (id)
) STRICT;
CREATE INDEX answer_question ON answer (question, period);

-- Of whom a form is asked: only those in an area, only those of some kinds. NULL is all of them.
ALTER TABLE form ADD COLUMN area INTEGER REFERENCES area (id);
ALTER TABLE form ADD COLUMN respondent_kinds TEXT;

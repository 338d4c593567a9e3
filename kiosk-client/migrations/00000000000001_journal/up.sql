-- One row per touch that asked for a ticket. The states stand in kiosk-client/src/touch/mod.rs.
CREATE TABLE touches (
  key TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  sealed BLOB,
  language TEXT NOT NULL,
  day TEXT NOT NULL,
  touched_ms BIGINT NOT NULL,
  state TEXT NOT NULL,
  asked BOOLEAN NOT NULL,
  shown BOOLEAN NOT NULL,
  answer TEXT,
  ticket TEXT,
  paper TEXT NOT NULL,
  paper_reason TEXT,
  paper_told BOOLEAN NOT NULL,
  twin TEXT NOT NULL,
  twin_token TEXT
);
CREATE INDEX touches_by_state ON touches (state);
CREATE INDEX touches_by_hash ON touches (body_hash);

-- Numbers that the server gave this kiosk for a day; a used one is never given again.
CREATE TABLE leases (
  ticket TEXT PRIMARY KEY NOT NULL,
  day TEXT NOT NULL,
  department TEXT NOT NULL,
  service TEXT,
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  status_url TEXT NOT NULL,
  token TEXT NOT NULL,
  used BOOLEAN NOT NULL
);

-- The day list: keyed hashes, no codes.
CREATE TABLE visits (
  entry TEXT PRIMARY KEY NOT NULL,
  day TEXT NOT NULL,
  department TEXT NOT NULL,
  service TEXT NOT NULL,
  start TEXT NOT NULL,
  opens_at TEXT NOT NULL,
  until TEXT NOT NULL,
  state TEXT NOT NULL
);

-- Visits collected here without the server; a newer day list does not undo them.
CREATE TABLE collected (
  entry TEXT PRIMARY KEY NOT NULL,
  day TEXT NOT NULL
);

-- What was given without the server and the server has to be told.
CREATE TABLE entries (
  key TEXT PRIMARY KEY NOT NULL,
  touch TEXT NOT NULL,
  day TEXT NOT NULL,
  given_ms BIGINT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  code TEXT
);

-- What is remembered of the server and of this machine, one JSON text a name.
CREATE TABLE notes (
  name TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL
);

-- Every change of the office's document: which revision it made, when by the office clock, who (`staff:…` or `command line`), and what:
-- a JSON list of {path, before, after}, from which every earlier document can be made again. No visitors' data; of the kiosks' PIN only its hash.
-- One text for SQLite and PostgreSQL.
CREATE TABLE office_history (
    revision BIGINT NOT NULL PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    author TEXT NOT NULL,
    changes TEXT NOT NULL,
    undoes BIGINT
);
CREATE INDEX office_history_at ON office_history (at_ms);

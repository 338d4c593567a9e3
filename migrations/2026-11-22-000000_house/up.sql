-- One text for SQLite and PostgreSQL. Instants are BIGINT milliseconds since 1970 (UTC), days TEXT YYYY-MM-DD
-- (office-local service day), documents TEXT JSON. Texts sort and compare by bytes only where a key needs it.

-- Where each department's journal ends. `previous` is the head that the last append followed: it carries the
-- expected value of the compare-and-set, so that one statement moves the heads of many departments.
CREATE TABLE heads (
    department TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    previous BIGINT NOT NULL
);

CREATE TABLE events (
    department TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (department, seq)
);
CREATE INDEX events_day_opened ON events (department, seq) WHERE kind = 'day_opened';

-- Rules that span departments and nodes: whoever inserts first has it.
CREATE TABLE claims (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (kind, key, ordinal)
);
CREATE INDEX claims_owner ON claims (owner);

-- Idempotency keys with the successful answer, kept 24 hours.
CREATE TABLE answers (
    key TEXT NOT NULL PRIMARY KEY,
    body_hash TEXT NOT NULL,
    answer TEXT NOT NULL,
    created_ms BIGINT NOT NULL
);

-- The only place with personal data; never in events. `person` is a keyed hash of the phone,
-- `state` follows the journal, so that a check-in over all departments is one look.
CREATE TABLE contacts (
    appointment TEXT NOT NULL PRIMARY KEY,
    department TEXT NOT NULL,
    day TEXT NOT NULL,
    start_ms BIGINT NOT NULL,
    service TEXT NOT NULL,
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    code TEXT NOT NULL,
    erased_ms BIGINT,
    state TEXT NOT NULL,
    UNIQUE (day, code)
);
CREATE INDEX contacts_person ON contacts (person, day);

-- The outbox: written with the events that cause a letter, sent afterwards.
CREATE TABLE letters (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    appointment TEXT NOT NULL,
    language TEXT NOT NULL,
    params TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    next_ms BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    locked_until_ms BIGINT NOT NULL,
    not_after_ms BIGINT,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'dead')),
    last_error TEXT
);
CREATE INDEX letters_due ON letters (next_ms, id) WHERE state = 'queued';

CREATE TABLE staff (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    role TEXT NOT NULL,
    desk TEXT,
    departments TEXT NOT NULL
);

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    expires_ms BIGINT NOT NULL
);

CREATE TABLE devices (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'board', 'desk')),
    name TEXT NOT NULL,
    token_hash TEXT UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('active', 'revoked')),
    config TEXT NOT NULL,
    last_seen_ms BIGINT
);

CREATE TABLE pairings (
    code TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'board', 'desk')),
    poll_hash TEXT NOT NULL UNIQUE,
    expires_ms BIGINT NOT NULL,
    device TEXT REFERENCES devices (id) ON DELETE CASCADE
);

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    revision BIGINT NOT NULL
);

-- Read model for reports: one row per leg of a visit, derived from the journal and rebuildable from it.
CREATE TABLE visits (
    ticket TEXT NOT NULL,
    leg INTEGER NOT NULL,
    visit TEXT NOT NULL,
    department TEXT NOT NULL,
    day TEXT NOT NULL,
    code TEXT NOT NULL,
    channel TEXT NOT NULL,
    service TEXT NOT NULL,
    desk TEXT,
    priority TEXT,
    booked_for_ms BIGINT,
    issued_ms BIGINT NOT NULL,
    called_ms BIGINT,
    started_ms BIGINT,
    finished_ms BIGINT,
    state TEXT NOT NULL,
    recalls INTEGER NOT NULL,
    overtakes INTEGER NOT NULL,
    PRIMARY KEY (ticket, leg),
    UNIQUE (day, code, leg)
);

-- Sign-on through the city's identity provider (OpenID Connect). One text for SQLite and PostgreSQL.

-- Whose account it is: a person is who an issuer calls by a subject, and nothing else. Such a row of `staff` holds no password and is no
-- part of the office's document.
CREATE TABLE openid_accounts (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    staff TEXT NOT NULL UNIQUE REFERENCES staff (id) ON DELETE CASCADE,
    PRIMARY KEY (issuer, subject)
);

-- Sign-ons that came back from the provider, by the hash of their state: each counts once, on whichever node. Process clock.
CREATE TABLE openid_returns (
    state_hash TEXT NOT NULL PRIMARY KEY,
    expires_ms BIGINT NOT NULL
);

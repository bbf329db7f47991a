-- Who is signed in at the console. Kept are digests: who reads the database cannot sign in with what is there.

CREATE TABLE console_session (
  id BLOB PRIMARY KEY, -- SHA-256 of what the cookie holds
  access_key TEXT NOT NULL, -- the session ends with it; empty: signed in with a link
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  expires INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sign_in_link (
  id BLOB PRIMARY KEY, -- SHA-256 of what the link ends with; it goes when the link is used
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  expires INTEGER NOT NULL
) WITHOUT ROWID;

-- What exactly people said: CONFIRMED, EXPECTED, FALSE_ALARM or NEW_TREND; empty: only yes or no, as the API has it.
ALTER TABLE feedback ADD COLUMN word TEXT NOT NULL DEFAULT '';
ALTER TABLE feedback ADD COLUMN cause TEXT NOT NULL DEFAULT '';

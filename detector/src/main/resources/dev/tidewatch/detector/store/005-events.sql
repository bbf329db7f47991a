-- What people or their scripts noted: deploys, campaigns, holidays. Anomalies are seen beside it.

CREATE TABLE noted_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  started INTEGER NOT NULL, -- milliseconds
  ended INTEGER NOT NULL, -- as started: a moment
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  detector INTEGER REFERENCES detector ON DELETE CASCADE, -- NULL: all
  scope TEXT NOT NULL, -- JSON; {}: everything
  giver TEXT NOT NULL,
  noted INTEGER NOT NULL
);
CREATE UNIQUE INDEX noted_event_once ON noted_event (started, kind, title, coalesce(detector, 0), scope);
CREATE INDEX noted_event_by_detector ON noted_event (detector);

-- Times are epoch milliseconds; the starts of intervals are epoch seconds. JSON is what `wire` writes of the SDK's classes.

-- What users declared.

CREATE TABLE detector (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: points and groups of a deleted one never come back
  name TEXT NOT NULL UNIQUE,
  description TEXT,
  frequency TEXT NOT NULL,
  kms_key_arn TEXT,
  status TEXT NOT NULL,
  failure_type TEXT,
  failure_reason TEXT,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL
);

CREATE TABLE metric_set (
  detector INTEGER PRIMARY KEY REFERENCES detector ON DELETE CASCADE, -- one detector has one
  name TEXT NOT NULL,
  definition TEXT NOT NULL, -- JSON of CreateMetricSetRequest without name, detector, interval and tags
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL
);

CREATE TABLE alert (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  detector INTEGER NOT NULL REFERENCES detector ON DELETE CASCADE,
  name TEXT NOT NULL UNIQUE,
  description TEXT,
  threshold INTEGER NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  action TEXT NOT NULL, -- JSON of Action
  filters TEXT, -- JSON of AlertFilters
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL
);
CREATE INDEX alert_by_detector ON alert (detector);

CREATE TABLE tag (
  arn TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (arn, key)
) WITHOUT ROWID;

-- How far each detector is.

CREATE TABLE progress (
  detector INTEGER PRIMARY KEY REFERENCES detector ON DELETE CASCADE,
  mode TEXT NOT NULL, -- CONTINUOUS or BACKTEST
  activated INTEGER NOT NULL,
  next_interval INTEGER NOT NULL, -- the start of the next interval to run
  learnt INTEGER NOT NULL, -- intervals with data so far
  missing INTEGER NOT NULL, -- intervals without data since the last one with
  evaluated_from INTEGER, -- the start of the first interval whose anomalies are told
  numbered INTEGER NOT NULL -- the highest number of a group before this engine began to count at 1
);

CREATE TABLE execution (
  detector INTEGER NOT NULL REFERENCES detector ON DELETE CASCADE,
  interval INTEGER NOT NULL, -- its start
  status TEXT NOT NULL,
  failure_reason TEXT,
  started INTEGER NOT NULL,
  finished INTEGER,
  PRIMARY KEY (detector, interval)
) WITHOUT ROWID;

CREATE TABLE quality (
  detector INTEGER NOT NULL REFERENCES detector ON DELETE CASCADE,
  interval INTEGER NOT NULL,
  metric TEXT NOT NULL, -- of the API's DataQualityMetricType
  related_column TEXT NOT NULL, -- empty when it is about no column
  value REAL NOT NULL,
  PRIMARY KEY (detector, interval, metric, related_column)
) WITHOUT ROWID;

-- The engine of a detector: a snapshot, and the rows it has taken in since. Replayed, they give the same engine.

CREATE TABLE engine (
  detector INTEGER PRIMARY KEY REFERENCES detector ON DELETE CASCADE,
  interval INTEGER NOT NULL, -- the last one it holds
  snapshot BLOB NOT NULL
);

CREATE TABLE engine_log (
  detector INTEGER NOT NULL REFERENCES detector ON DELETE CASCADE,
  interval INTEGER NOT NULL,
  rows BLOB NOT NULL,
  PRIMARY KEY (detector, interval)
);

-- What the engine said of every series: the newest intervals whole, older ones in chunks a series.

CREATE TABLE series (
  detector INTEGER NOT NULL REFERENCES detector ON DELETE CASCADE,
  number INTEGER NOT NULL, -- of the detector's series, from 0, in the order in which they appeared
  scope TEXT NOT NULL, -- JSON: dimension to value, in the order of the dimensions; {} is the total
  PRIMARY KEY (detector, number),
  UNIQUE (detector, scope)
) WITHOUT ROWID;

CREATE TABLE point_interval (
  detector INTEGER NOT NULL REFERENCES detector ON DELETE CASCADE,
  interval INTEGER NOT NULL,
  measure TEXT NOT NULL,
  block INTEGER NOT NULL, -- series number / 256
  points BLOB NOT NULL, -- of the block's series, by their numbers
  PRIMARY KEY (detector, interval, measure, block)
);

CREATE TABLE point_chunk (
  detector INTEGER NOT NULL REFERENCES detector ON DELETE CASCADE,
  series INTEGER NOT NULL,
  measure TEXT NOT NULL,
  interval INTEGER NOT NULL, -- of its first point
  points BLOB NOT NULL, -- of up to 256 intervals
  PRIMARY KEY (detector, measure, series, interval)
);

-- What was found.

CREATE TABLE anomaly_group (
  id TEXT PRIMARY KEY, -- a UUID made from detector, measure and number: the same after any restart
  detector INTEGER NOT NULL REFERENCES detector ON DELETE CASCADE,
  measure TEXT NOT NULL,
  number INTEGER NOT NULL,
  started INTEGER NOT NULL, -- the start of its first anomalous interval
  ended INTEGER NOT NULL, -- the start of its last one so far
  detected INTEGER NOT NULL, -- when it was first told, milliseconds
  severity REAL NOT NULL, -- the engine's
  told REAL NOT NULL, -- after feedback: what the API answers
  open INTEGER NOT NULL,
  scope TEXT NOT NULL, -- JSON: what explains it
  direction TEXT NOT NULL,
  peak INTEGER NOT NULL, -- the start of its most severe interval
  value REAL, -- there, of the scope that explains it; NULL, as below: unknown
  expected REAL,
  lower REAL,
  upper REAL,
  contributions TEXT NOT NULL, -- JSON: [{"dimension":…,"value":…,"score":…}]
  UNIQUE (detector, measure, number)
);
CREATE INDEX anomaly_group_by_time ON anomaly_group (detector, started);

CREATE TABLE anomaly_series (
  anomaly_group TEXT NOT NULL REFERENCES anomaly_group ON DELETE CASCADE,
  series INTEGER NOT NULL,
  severity REAL NOT NULL,
  worst INTEGER NOT NULL, -- the start of its worst interval
  value REAL, -- there
  expected REAL,
  lower REAL,
  upper REAL,
  trouble TEXT NOT NULL,
  PRIMARY KEY (anomaly_group, series)
) WITHOUT ROWID;

CREATE TABLE anomaly_relation (
  anomaly_group TEXT NOT NULL REFERENCES anomaly_group ON DELETE CASCADE,
  measure TEXT NOT NULL,
  relation TEXT NOT NULL, -- of the API's RelationshipType
  contribution REAL NOT NULL,
  lag INTEGER NOT NULL, -- intervals
  PRIMARY KEY (anomaly_group, measure, relation)
) WITHOUT ROWID;

CREATE TABLE feedback (
  anomaly_group TEXT NOT NULL REFERENCES anomaly_group ON DELETE CASCADE,
  series INTEGER NOT NULL,
  anomaly INTEGER NOT NULL, -- 1: relevant
  given INTEGER NOT NULL,
  giver TEXT NOT NULL, -- the access key or user
  note TEXT NOT NULL,
  PRIMARY KEY (anomaly_group, series)
) WITHOUT ROWID;

-- Who was told.

CREATE TABLE alert_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event TEXT NOT NULL UNIQUE, -- what receivers recognise repeats by
  alert INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
  anomaly_group TEXT, -- none when data are missing, and for a test
  kind TEXT NOT NULL, -- OPENED, RAISED, ENDED, DATA_MISSING, DATA_BACK, TEST
  severity_class TEXT NOT NULL, -- as told; NONE when data are missing
  message TEXT NOT NULL, -- JSON of what is told; the format is chosen when it is sent
  state TEXT NOT NULL, -- PENDING, SENT, FAILED, MUTED
  attempts INTEGER NOT NULL,
  created INTEGER NOT NULL,
  due INTEGER NOT NULL, -- when it is tried next
  sent INTEGER,
  receipt TEXT, -- the message id SNS answered
  error TEXT
);
CREATE INDEX alert_event_due ON alert_event (state, due);
CREATE INDEX alert_event_by_alert ON alert_event (alert, created);
CREATE INDEX alert_event_sent ON alert_event (sent) WHERE sent IS NOT NULL;
CREATE INDEX alert_event_by_group ON alert_event (alert, anomaly_group);

CREATE TABLE mute (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  detector INTEGER NOT NULL REFERENCES detector ON DELETE CASCADE,
  measure TEXT NOT NULL, -- empty: any
  scope TEXT NOT NULL, -- JSON; {}: any
  until INTEGER NOT NULL,
  giver TEXT NOT NULL
);

-- Who may call.

CREATE TABLE access_key (
  id TEXT PRIMARY KEY,
  secret BLOB NOT NULL, -- AES-GCM under the key of the key file
  role TEXT NOT NULL,
  label TEXT NOT NULL,
  created INTEGER NOT NULL,
  used INTEGER,
  active INTEGER NOT NULL
);

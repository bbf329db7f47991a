-- What the console asks of many groups at once, kept so that it need not be gathered from their series and contributions.

CREATE TABLE anomaly_width (
  anomaly_group TEXT PRIMARY KEY REFERENCES anomaly_group ON DELETE CASCADE,
  series INTEGER NOT NULL, -- how many are anomalous in it
  severities TEXT NOT NULL -- JSON: [[series number,severity],…]
) WITHOUT ROWID;

INSERT INTO anomaly_width
  SELECT anomaly_group, count(*), json_group_array(json_array(series, severity)) FROM anomaly_series GROUP BY anomaly_group;

CREATE TABLE anomaly_value ( -- the dimension values that a group concerns, by the rule of alert filters
  anomaly_group TEXT NOT NULL REFERENCES anomaly_group ON DELETE CASCADE,
  dimension TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (anomaly_group, dimension, value)
) WITHOUT ROWID;

INSERT INTO anomaly_value
  SELECT a.anomaly_group, v.key, v.value FROM anomaly_series a JOIN anomaly_group g ON g.id = a.anomaly_group
    JOIN series s ON s.detector = g.detector AND s.number = a.series JOIN json_each(s.scope) v
  UNION
  SELECT g.id, json_extract(c.value, '$.dimension'), json_extract(c.value, '$.value')
    FROM anomaly_group g JOIN json_each(g.contributions) c WHERE json_extract(c.value, '$.score') >= 10;

CREATE INDEX anomaly_value_groups ON anomaly_value (dimension, value, anomaly_group);

-- With all that groups are chosen, sorted and drawn by: the groups themselves are kilobytes each.
DROP INDEX anomaly_group_by_time;
CREATE INDEX anomaly_group_by_time ON anomaly_group (detector, started, id, ended, told, open, measure, scope);

-- Always empty: what is written here and deleted again tells whether the disk takes anything.
CREATE TABLE probe (bytes BLOB NOT NULL);

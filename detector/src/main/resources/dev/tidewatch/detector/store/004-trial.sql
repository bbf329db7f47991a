-- Backtests that people began in the console to see what other settings would have found.

CREATE TABLE trial (
  detector INTEGER PRIMARY KEY REFERENCES detector ON DELETE CASCADE, -- the backtest
  base TEXT NOT NULL, -- the name of the detector whose dataset was changed; empty: none
  source_frequency TEXT NOT NULL, -- the interval of the dataset that was changed
  definition TEXT NOT NULL, -- JSON of CreateMetricSetRequest: as it would be live
  history_from INTEGER NOT NULL, -- of the history, what is used
  history_to INTEGER NOT NULL,
  threshold INTEGER NOT NULL, -- of alerts; what is above counts as found
  labels TEXT NOT NULL -- CSV; empty: none
);

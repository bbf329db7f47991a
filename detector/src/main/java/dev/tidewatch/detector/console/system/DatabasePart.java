package dev.tidewatch.detector.console.system;

/** What tables are about, as people call it. */
enum DatabasePart {
  POINTS("Points of series"),
  SERIES("Series"),
  ENGINES("Models"),
  RUNS("Runs and data quality"),
  EVENTS("Events that were noted"),
  ANOMALIES("Anomalies and feedback"),
  ALERTS("Alerts sent, and mutes"),
  DECLARATIONS("Detectors, datasets, alerts"),
  ACCESS("Keys and sessions"),
  REST("The rest");

  private final String words;

  DatabasePart(String words) {
    this.words = words;
  }

  static DatabasePart of(String table) {
    return switch (table) {
      case "point_interval", "point_chunk" -> POINTS;
      case "series" -> SERIES;
      case "engine", "engine_log" -> ENGINES;
      case "progress", "execution", "quality" -> RUNS;
      case "noted_event" -> EVENTS;
      case "anomaly_group",
          "anomaly_series",
          "anomaly_relation",
          "anomaly_width",
          "anomaly_value",
          "feedback" ->
          ANOMALIES;
      case "alert_event", "mute" -> ALERTS;
      case "detector", "metric_set", "alert", "tag", "trial" -> DECLARATIONS;
      case "access_key", "console_session", "sign_in_link" -> ACCESS;
      default -> REST;
    };
  }

  String words() {
    return words;
  }
}

package dev.tidewatch.evaluation.series;

/** What a file of results says about each row. */
public enum ScoreColumns {
  SCORE("score"),
  SCORE_AND_SEVERITY("score,severity");

  private final String header;

  ScoreColumns(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }

  String line(Verdict verdict) {
    return this == SCORE
        ? Double.toString(verdict.score())
        : verdict.score() + "," + verdict.severity();
  }
}

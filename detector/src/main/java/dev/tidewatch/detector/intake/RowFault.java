package dev.tidewatch.detector.intake;

/** Why a record cannot be used. A record has one fault: the first of these that applies. */
public enum RowFault {
  LINE_TOO_LONG("longer than a megabyte"),
  MALFORMED("not readable in the file's format"),
  TIMESTAMP_MISSING("without a timestamp"),
  TIMESTAMP_UNREADABLE("with a timestamp that does not match the format"),
  DIMENSION_MISSING("with an empty dimension"),
  DIMENSION_TOO_LONG("with a dimension value of more than 40 characters"),
  DIMENSION_UNREADABLE("with a dimension value that is no text of the charset"),
  MEASURE_NOT_NUMERIC("with a measure that is no number"),
  MEASURE_TOO_LARGE("with a measure beyond 10^15"),
  MEASURES_MISSING("without any measure");

  private final String description;

  RowFault(String description) {
    this.description = description;
  }

  /** The fault, as the end of "12 records are …". */
  public String description() {
    return description;
  }
}

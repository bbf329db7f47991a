package dev.tidewatch.detector.operation;

import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType;

/** Says what a measurement of the data means. */
public final class QualityWords {
  private QualityWords() {}

  public static String describe(String type, String column) {
    return switch (DataQualityMetricType.fromValue(type)) {
      case COLUMN_COMPLETENESS -> "Share of records with a value of " + column + ", 0 to 1";
      case DIMENSION_UNIQUENESS -> "Distinct values of " + column;
      case TIME_SERIES_COUNT -> "Time series: measures times combinations of dimension values";
      case ROWS_PROCESSED -> "Records read";
      case ROWS_PARTIAL_COMPLIANCE -> "Records used though a measure is empty";
      case INVALID_ROWS_COMPLIANCE -> "Records that could not be used";
      case BACKTEST_TRAINING_DATA_START_TIME_STAMP ->
          "Start of the data learnt from, epoch milliseconds";
      case BACKTEST_TRAINING_DATA_END_TIME_STAMP ->
          "End of the data learnt from, epoch milliseconds";
      case BACKTEST_INFERENCE_DATA_START_TIME_STAMP ->
          "Start of the data scored, epoch milliseconds";
      case BACKTEST_INFERENCE_DATA_END_TIME_STAMP -> "End of the data scored, epoch milliseconds";
      case UNKNOWN_TO_SDK_VERSION -> type;
    };
  }
}

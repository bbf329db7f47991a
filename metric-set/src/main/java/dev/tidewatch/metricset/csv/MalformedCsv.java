package dev.tidewatch.metricset.csv;

/**
 * A text that is no CSV line of its dialect. Has no stack trace: it speaks of data, not of code.
 */
public final class MalformedCsv extends RuntimeException {
  MalformedCsv(String what) {
    super(what, null, false, false);
  }
}

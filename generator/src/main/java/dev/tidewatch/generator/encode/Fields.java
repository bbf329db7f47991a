package dev.tidewatch.generator.encode;

import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.metricset.MetricSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a record of one series holds under each of its fields.
 *
 * @param timestampIsNumber whether the timestamp is epoch time, which JSON writes as a number
 */
record Fields(Map<String, Content> byField, boolean timestampIsNumber) {

  /** Either a text that never changes, or a gap. */
  record Content(String text, int gap) {
    static final int NO_GAP = -2;

    boolean isText() {
      return gap == NO_GAP;
    }
  }

  static Fields of(MetricSet metricSet, TimeSeries series) {
    Map<String, Content> fields = new LinkedHashMap<>();
    for (int i = 0; i < metricSet.dimensions().size(); i++) {
      fields.put(
          metricSet.dimensions().get(i).field(),
          new Content(series.values().get(i), Content.NO_GAP));
    }
    fields.put(metricSet.timestamp().field(), new Content("", RecordTemplate.TIMESTAMP));
    for (int i = 0; i < metricSet.measures().size(); i++) {
      fields.put(metricSet.measures().get(i).field(), new Content("", i));
    }
    boolean epoch = metricSet.timestamp().format().pattern().startsWith("UNIX");
    return new Fields(fields, epoch);
  }
}

package dev.tidewatch.setup.cloudwatch.publish;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A row of an interval file.
 *
 * @param dimensions values by dimension
 * @param values by measure; without those the row has no value of
 */
record Row(Map<String, String> dimensions, Map<String, BigDecimal> values) {
  Row {
    dimensions = Map.copyOf(dimensions);
    values = Map.copyOf(values);
  }
}

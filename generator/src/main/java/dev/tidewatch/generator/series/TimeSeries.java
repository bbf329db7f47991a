package dev.tidewatch.generator.series;

import java.util.List;

/**
 * One combination of dimension values.
 *
 * @param index its place in the catalogue, from 0
 * @param name how labels and partition keys write it: {@code platform=pc_web;marketplace=us}, or
 *     {@code all} when the metric set has no dimensions
 * @param values a value for each dimension of the metric set, in its order
 */
public record TimeSeries(int index, String name, List<String> values) {
  public TimeSeries {
    values = List.copyOf(values);
  }
}

package dev.tidewatch.etl.shape;

import dev.tidewatch.metricset.Measure;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the records of one row add up to.
 *
 * @param records how many records are in the row
 * @param measures a total for each measure of the metric set, in its order
 */
public record RowTotals(long records, List<MeasureTotal> measures) implements Serializable {

  /**
   * What one measure adds up to.
   *
   * @param values how many records had a value for it
   */
  public record MeasureTotal(FixedDecimal sum, long values) implements Serializable {
    public MeasureTotal plus(MeasureTotal other) {
      return new MeasureTotal(sum.plus(other.sum), values + other.values);
    }

    /**
     * What the interval file says of the measure, with its decimals, rounded half to even (contract
     * sections 5.3 and 5.5); empty when no record had a value.
     */
    public Optional<BigDecimal> valueFor(Measure measure) {
      if (values == 0) {
        return Optional.empty();
      }
      return Optional.of(
          switch (measure.aggregation()) {
            case SUM -> sum.rounded(measure.decimals());
            case AVG -> sum.dividedBy(values, measure.decimals());
          });
    }
  }

  public RowTotals {
    measures = List.copyOf(measures);
  }

  public RowTotals plus(RowTotals other) {
    List<MeasureTotal> sums = new ArrayList<>(measures.size());
    for (int i = 0; i < measures.size(); i++) {
      sums.add(measures.get(i).plus(other.measures.get(i)));
    }
    return new RowTotals(records + other.records, sums);
  }
}

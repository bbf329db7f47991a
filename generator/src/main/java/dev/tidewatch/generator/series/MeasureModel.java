package dev.tidewatch.generator.series;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.metricset.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * How a measure follows from how busy its series is. The first measure that is summed counts
 * something (views): whole numbers. Further summed ones are amounts that go with it (revenue). What
 * is averaged is a level of its own (latency) that rises a little with the load.
 *
 * @param kind which of the three
 * @param decimals how many decimals its values have
 * @param share what one view brings, or the level when idle
 */
record MeasureModel(Kind kind, int decimals, double share) {
  private static final int MONEY_DECIMALS = 2;
  private static final double REVENUE_PER_VIEW = 0.3;

  enum Kind {
    COUNT,
    AMOUNT,
    LEVEL
  }

  static List<MeasureModel> of(List<Measure> measures, CounterRandom random) {
    List<MeasureModel> models = new ArrayList<>(measures.size());
    boolean counted = false;
    for (Measure measure : measures) {
      int decimals = Math.min(MONEY_DECIMALS, measure.decimals());
      CounterRandom own = random.split(measure.name());
      if (measure.aggregation() == Aggregation.AVG) {
        models.add(new MeasureModel(Kind.LEVEL, decimals, own.between(20, 200, 0)));
      } else if (counted) {
        boolean revenue = measure.name().equals("revenue");
        double share = revenue ? REVENUE_PER_VIEW : own.between(0.05, 1, 0);
        models.add(new MeasureModel(Kind.AMOUNT, decimals, share));
      } else {
        models.add(new MeasureModel(Kind.COUNT, 0, 1));
        counted = true;
      }
    }
    return models;
  }
}

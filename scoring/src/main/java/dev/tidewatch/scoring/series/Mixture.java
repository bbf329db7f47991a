package dev.tidewatch.scoring.series;

import java.util.List;

/**
 * Several predictors, each heard as much as it was right lately: the mean of what they say,
 * weighted by 1 / (recent absolute error)<sup>4</sup>. (Prediction with expert advice; the weights
 * are those of a fixed-power forecaster over a sliding loss.)
 */
final class Mixture {
  private final Predictor[] predictors;
  private final int errors;
  private final double rate;
  private final double[] said;

  Mixture(Layout layout, List<Predictor> predictors, double rate) {
    this.predictors = predictors.toArray(Predictor[]::new);
    this.errors = layout.reserve(this.predictors.length);
    this.rate = rate;
    this.said = new double[this.predictors.length];
  }

  /** What is expected, NaN while no predictor knows. */
  double predict(float[] memory, int series, Calendar now, double smallest) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < predictors.length; i++) {
      double value = predictors[i].predict(memory, series, now);
      said[i] = value;
      if (!Double.isNaN(value)) {
        double weight = weight(memory[series + errors + i], smallest);
        sum += weight * value;
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double weight(double error, double smallest) {
    double relative = smallest / (Double.isNaN(error) ? 1e3 * smallest : error + smallest * 1e-3);
    double square = relative * relative;
    return square * square;
  }

  /** Compares what each said for this value, then teaches it. {@link #predict} comes first. */
  void learn(float[] memory, int series, Calendar now, double value, double seen, double typical) {
    for (int i = 0; i < predictors.length; i++) {
      if (!Double.isNaN(said[i])) {
        int at = series + errors + i;
        double old = Float.isNaN(memory[at]) ? typical : memory[at];
        memory[at] = (float) (old + rate * (Math.abs(value - said[i]) - old));
      }
      predictors[i].learn(memory, series, now, value, seen);
    }
  }
}

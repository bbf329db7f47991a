package dev.tidewatch.evaluation.series;

/**
 * What a method says about one row.
 *
 * @param score how unusual it is, in the method's own measure: 0 for nothing known, more for more
 * @param severity the same from 0 to 100, where 50 and more asks for somebody's attention
 */
public record Verdict(double score, double severity) {
  /** Nothing known or nothing to say. */
  public static final Verdict NOTHING = new Verdict(0, 0);

  public Verdict {
    score = Double.isFinite(score) ? score : 0;
    severity = Double.isFinite(severity) ? severity : 0;
  }
}

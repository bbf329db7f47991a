package dev.tidewatch.scoring.series;

/**
 * What the engine says about one value of one time series.
 *
 * @param value the value, NaN where there was none
 * @param expected what was expected, NaN while nothing is known
 * @param lower the lower end of the band in which the value was expected, NaN as {@code expected}
 * @param upper its upper end
 * @param score log10 of the return period in seconds: how rarely a healthy series like this one
 *     shows something as unusual; 0 and more, comparable between series and intervals
 * @param severity 0 to 100, see {@link Severity}
 * @param direction on which side of {@code expected} the value lies
 * @param trouble what is unusual about it
 */
public record PointScore(
    double value,
    double expected,
    double lower,
    double upper,
    double score,
    double severity,
    Direction direction,
    Trouble trouble) {}

package dev.tidewatch.generator.command;

import dev.tidewatch.metricset.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which stretch of time is generated, how densely and how fast. {@link Schedule} has the rules. */
public final class TimeOptions {
  @Option(
      names = "--tick",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "How far apart the records of one series are. Default: 5m.")
  @Nullable Duration tick;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = RateConverter.class,
      description =
          "Records a second of all series together, instead of --tick; with --then-live of the live"
              + " part only. Also N/m and N/h.")
  @Nullable Double rate;

  @Option(
      names = "--backfill",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "Generate the time before now, such as 14d, as fast as possible.")
  @Nullable Duration backfill;

  @Option(
      names = "--then-live",
      description = "Go on live, without a gap, after what lies in the past.")
  boolean thenLive;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "First instant, such as 2026-01-01T00:00:00Z.")
  @Nullable Instant from;

  @Option(names = "--until", paramLabel = "INSTANT", description = "End; not generated itself.")
  @Nullable Instant until;

  @Option(
      names = "--speed",
      paramLabel = "Nx",
      converter = SpeedConverter.class,
      description = "Let time pass so many times faster, such as 100x.")
  @Nullable Double speed;

  @Option(
      names = "--total",
      paramLabel = "N",
      description = "End after N records; doubled ones come on top, missing ones are counted.")
  @Nullable Long total;

  /** {@code 5m}, {@code 14d}, {@code PT5M}. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      try {
        return DurationText.readPositive(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** {@code 50/s}, {@code 3000/m}, {@code 50}: records a second. */
  static final class RateConverter implements ITypeConverter<Double> {
    private static final Pattern RATE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:/([smh]))?");

    @Override
    public Double convert(String value) {
      Matcher matcher = RATE.matcher(value.strip().toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + value + "' is no rate; write 50/s or 3000/m");
      }
      double number = Double.parseDouble(matcher.group(1));
      String unit = matcher.group(2);
      return "h".equals(unit) ? number / 3_600 : "m".equals(unit) ? number / 60 : number;
    }
  }

  /** {@code 100x} or {@code 100}. */
  static final class SpeedConverter implements ITypeConverter<Double> {
    private static final Pattern SPEED = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)x?");

    @Override
    public Double convert(String value) {
      Matcher matcher = SPEED.matcher(value.strip().toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + value + "' is no speed; write 100x");
      }
      return Double.valueOf(matcher.group(1));
    }
  }
}

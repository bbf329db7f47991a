package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the objects of an interval lie. Names carry the interval's start in UTC, because two
 * intervals share a folder when the zone's clock is set back.
 */
public record DeliveryLayout(MetricSet metricSet) {
  public static final String MANIFESTS = "manifests/";
  public static final String LEDGER = "ledger/";
  public static final String CONFLICTS = "conflicts/";
  public static final String CONTROL = "control/";

  private static final DateTimeFormatter UTC_START =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern DATA_NAME = Pattern.compile("/(\\d{8}T\\d{6}Z)\\.csv$");
  private static final DateTimeFormatter UTC_DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/", Locale.ROOT).withZone(ZoneOffset.UTC);

  public DeliveryLayout {
    requireNonNull(metricSet, "metricSet");
  }

  /** The interval's rows. */
  public String dataKey(Interval interval) {
    String folder = metricSet.output().layout().folder(metricSet.calendar().localStart(interval));
    return folder + utc(interval.start()) + ".csv";
  }

  /** The start of the interval whose rows lie under the key; empty for a key that none has. */
  public static Optional<Instant> intervalStart(String dataKey) {
    Matcher name = DATA_NAME.matcher(dataKey);
    return name.find()
        ? Optional.of(UTC_START.parse(name.group(1), Instant::from))
        : Optional.empty();
  }

  /** The sign that the interval's rows are complete. */
  public String manifestKey(Interval interval) {
    return MANIFESTS + day(interval.start()) + utc(interval.start()) + ".json";
  }

  /** Rows that could not be published because others are. */
  String conflictKey(Interval interval, String sha256, String extension) {
    return CONFLICTS + utc(interval.start()) + "/" + sha256 + extension;
  }

  /** How the keys of all intervals begin; empty when they have nothing in common. */
  public String dataPrefix() {
    String template = metricSet.output().layout().template();
    int variable = template.indexOf("{{");
    return variable < 0 ? template : template.substring(0, variable);
  }

  /** Whether an object below {@link #dataPrefix()} is something else than an interval's rows. */
  public static boolean isBesideData(String key) {
    return List.of(MANIFESTS, LEDGER, CONFLICTS, CONTROL, "checkpoint/").stream()
            .anyMatch(key::startsWith)
        || key.startsWith(SideObject.Area.LATE.prefix())
        || key.startsWith(SideObject.Area.REJECTED.prefix());
  }

  static String day(Instant instant) {
    return UTC_DAY.format(instant);
  }

  static String utc(Instant instant) {
    return UTC_START.format(instant);
  }
}

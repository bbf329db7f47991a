package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

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

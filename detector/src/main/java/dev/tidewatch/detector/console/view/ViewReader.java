package dev.tidewatch.detector.console.view;

import dev.tidewatch.detector.overview.GroupFilter;
import dev.tidewatch.detector.overview.GroupOrder;
import dev.tidewatch.detector.overview.LaneKind;
import dev.tidewatch.detector.overview.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Understands a URL's query as far as it can, and says of the rest what is shown instead. */
final class ViewReader {
  private static final int LONGEST = 200;
  private static final Duration LONGEST_RANGE = Duration.ofDays(5 * 366);

  private final Query query;
  private final Instant now;
  private final ZoneId usualZone;
  private final List<String> doubts = new ArrayList<>();

  ViewReader(Query query, Instant now, ZoneId usualZone) {
    this.query = query;
    this.now = now;
    this.usualZone = usualZone;
  }

  View view() {
    ZoneId zone = read("tz", usualZone, "no time zone", ViewReader::zone);
    TimeRange range = range(zone);
    return new View(
        query,
        now,
        range,
        zone,
        read("sev", View.SEVERITY, "no severity from 0 to 100", text -> whole(text, 0, 100)),
        text("q"),
        read("lanes", LaneKind.MEASURE, "no kind of lanes", ViewReader::lanes),
        text("detector"),
        text("measure"),
        dimensions(),
        read(
            "state",
            GroupFilter.State.ANY,
            "no state",
            text -> constant(GroupFilter.State.class, text)),
        read("order", GroupOrder.NEWEST, "no order", text -> constant(GroupOrder.class, text)),
        read("page", 1, "no page", text -> whole(text, 1, 1_000_000)),
        doubts);
  }

  private TimeRange range(ZoneId zone) {
    Instant usualFrom = now.minus(Duration.ofDays(7));
    Instant from = read("from", usualFrom, "no time", text -> TimeSpec.read(text, now, zone));
    Instant to = read("to", now, "no time", text -> TimeSpec.read(text, now, zone));
    if (!from.isBefore(to)) {
      doubts.add("The time ended before it began; it begins a day before its end instead.");
      return new TimeRange(to.minus(Duration.ofDays(1)), to);
    }
    if (Duration.between(from, to).compareTo(LONGEST_RANGE) > 0) {
      doubts.add("At most five years are shown at once.");
      return new TimeRange(to.minus(LONGEST_RANGE), to);
    }
    return new TimeRange(from, to);
  }

  private String text(String name) {
    String text = query.one(name).orElse("").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** {@code marketplace:uk}, any number of them. */
  private Map<String, String> dimensions() {
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (String each : query.all("dim")) {
      int colon = each.indexOf(':');
      if (colon < 1) {
        doubts.add("“" + shown(each) + "” is no dimension:value and is left out.");
      } else {
        dimensions.put(each.substring(0, colon), each.substring(colon + 1));
      }
    }
    return dimensions;
  }

  private <T> T read(String name, T usual, String fault, Function<String, Optional<T>> reader) {
    Optional<String> said = query.one(name);
    if (said.isEmpty()) {
      return usual;
    }
    return said.flatMap(reader)
        .orElseGet(
            () -> {
              doubts.add("“%s” is %s; the usual one is shown.".formatted(shown(said.get()), fault));
              return usual;
            });
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> whole(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text.strip());
      return number < least || number > most ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Optional<LaneKind> lanes(String text) {
    return switch (text) {
      case "overall" -> Optional.of(LaneKind.OVERALL);
      case "measure" -> Optional.of(LaneKind.MEASURE);
      case "value" -> Optional.of(LaneKind.DIMENSION_VALUE);
      case "series" -> Optional.of(LaneKind.SERIES);
      default -> Optional.empty();
    };
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
    try {
      return Optional.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}

package dev.tidewatch.detector.trial;

import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.scoring.cube.Scope;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What people know of a history.
 *
 * @param complete whether it is all there is to know: then what they do not name was nothing
 */
record Labels(List<Label> all, boolean complete) {
  private static final int MOST = 10_000;
  private static final String FORM =
      "a line is start,end,dimension=value,… such as"
          + " 2026-11-20T17:00:00Z,2026-11-20T17:30:00Z,marketplace=uk";

  Labels {
    all = List.copyOf(all);
  }

  /**
   * Reads a list that is complete: a line an anomaly, its end exclusive, none or some {@code
   * dimension=value} after it. Empty lines, and those that begin with {@code #} or {@code start},
   * say nothing.
   *
   * @throws ApiError naming the first line that is wrong
   */
  static Labels parse(String csv) {
    List<Label> labels = new ArrayList<>();
    String[] lines = csv.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("start")) {
        labels.add(label(line, i + 1));
      }
      if (labels.size() > MOST) {
        throw wrong(i + 1, "there are more than %d labels".formatted(MOST));
      }
    }
    return new Labels(labels, true);
  }

  private static Label label(String line, int number) {
    String[] parts = line.split(",", -1);
    if (parts.length < 2) {
      throw wrong(number, FORM);
    }
    Instant start = time(parts[0], number);
    Instant end = time(parts[1], number);
    if (!start.isBefore(end)) {
      throw wrong(number, "the end %s is not after the start %s".formatted(end, start));
    }
    Map<String, String> scope = new LinkedHashMap<>();
    for (int i = 2; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals < 1) {
        throw wrong(number, FORM);
      }
      scope.put(parts[i].substring(0, equals).strip(), parts[i].substring(equals + 1).strip());
    }
    return new Label(start, end, "", new Scope(scope), true);
  }

  private static Instant time(String text, int number) {
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException wrong) {
      throw wrong(number, "'%s' is no time; %s".formatted(text.strip(), FORM));
    }
  }

  private static ApiError wrong(int line, String message) {
    return ApiError.validation("Labels", "line %d: %s".formatted(line, message));
  }

  /** The last words people gave on the groups of a detector. */
  static Labels ofFeedback(Handle handle, long detector, Duration interval) {
    List<Label> labels = new ArrayList<>();
    for (FoundGroup group :
        Groups.select(
            handle,
            "WHERE g.detector = :detector AND g.id IN (SELECT anomaly_group FROM feedback)",
            Map.of("detector", detector))) {
      lastWord(handle, group)
          .ifPresent(
              relevant ->
                  labels.add(
                      new Label(
                          group.start(),
                          group.end().plus(interval),
                          group.measure(),
                          group.scope(),
                          relevant)));
    }
    return new Labels(labels, false);
  }

  private static Optional<Boolean> lastWord(Handle handle, FoundGroup group) {
    return FeedbackBook.of(handle, group.id()).stream()
        .max(Comparator.comparing(FeedbackBook.Entry::given))
        .map(FeedbackBook.Entry::relevant);
  }

  /** Those that touch a time. */
  Labels within(Instant from, Instant to) {
    return new Labels(
        all.stream()
            .filter(label -> label.start().isBefore(to) && from.isBefore(label.end()))
            .toList(),
        complete);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }
}

package dev.tidewatch.metricset.path;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Proposes the continuous paths an object of S3 may belong to (contract section 5.1, console path
 * detection): those that lead back to it and tell days apart at least. Half-day hours without AM or
 * PM, which the service offered too, tell nothing apart and are left out.
 */
public final class PathProposals {
  private static final int MOST = 1_000;
  private static final Pattern DATE_PART =
      Pattern.compile("[0-9]{4}[-_][0-9]{2}[-_][0-9]{2}|[0-9]{2}[-_][0-9]{2}|[0-9]+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");

  private PathProposals() {}

  /** The paths, the likeliest first; none when no folder of the key holds a date. */
  public static List<PathTemplate> of(String bucket, String key) {
    String[] segments = key.split("/", -1);
    List<String> templates = List.of("s3://" + bucket + "/");
    for (int i = 0; i < segments.length - 1; i++) {
      List<String> readings = readings(segments[i]);
      templates =
          templates.stream()
              .flatMap(before -> readings.stream().map(reading -> before + reading + "/"))
              .filter(PathProposals::hasNoFieldTwice)
              .limit(MOST)
              .toList();
    }
    String object = "s3://" + bucket + "/" + key;
    return templates.stream()
        .flatMap(PathProposals::parsed)
        .filter(template -> template.determines(IntervalLength.P1D))
        .filter(template -> template.localStart(object).isPresent())
        .toList();
  }

  private static Stream<PathTemplate> parsed(String template) {
    try {
      return Stream.of(PathTemplate.of(template));
    } catch (IllegalArgumentException notAllowed) {
      return Stream.empty();
    }
  }

  /** The ways to read a folder's name: with the last number in it as a date, or as it is. */
  private static List<String> readings(String segment) {
    Matcher part = DATE_PART.matcher(segment);
    Set<String> readings = new LinkedHashSet<>();
    while (part.find()) {
      for (String pattern : patterns(part.group())) {
        readings.add(
            segment.substring(0, part.start())
                + "{{"
                + pattern
                + "}}"
                + segment.substring(part.end()));
      }
    }
    readings.add(segment);
    return new ArrayList<>(readings);
  }

  private static List<String> patterns(String digits) {
    if (digits.length() == 10 && !Character.isDigit(digits.charAt(4))) {
      char between = digits.charAt(4);
      return Stream.of("yyyy-MM-dd", "yyyy-dd-MM")
          .map(pattern -> pattern.replace('-', between))
          .toList();
    }
    if (digits.length() == 5) {
      return List.of("HH" + digits.charAt(2) + "mm", "MM" + digits.charAt(2) + "dd");
    }
    return switch (digits.length()) {
      case 2 -> List.of("MM", "dd", "HH", "mm");
      case 4 -> List.of("yyyy", "HHmm", "MMdd");
      case 6 -> List.of("yyyyMM", "HHmmss");
      case 8 -> List.of("yyyyMMdd", "yyyyddMM");
      case 10 -> List.of("yyyyMMddHH", "yyyyddMMHH");
      case 12 -> List.of("yyyyMMddHHmm", "yyyyddMMHHmm");
      case 14 -> List.of("yyyyMMddHHmmss");
      default -> List.of();
    };
  }

  private static boolean hasNoFieldTwice(String template) {
    StringBuilder letters = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(template);
    while (placeholder.find()) {
      letters.append(placeholder.group(1).replaceAll("[^A-Za-z]", "").replaceAll("(.)\\1+", "$1"));
    }
    return letters.chars().distinct().count() == letters.length();
  }
}

package dev.tidewatch.setup.sample;

import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The paths an object of S3 may belong to (contract 5.1), the likeliest first. */
final class KeyTemplates {
  private static final int MOST = 500;
  private static final Pattern DATE_PART =
      Pattern.compile("[0-9]{4}[-_][0-9]{2}[-_][0-9]{2}|[0-9]{2}[-_][0-9]{2}|[0-9]+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");
  private static final Pattern ALLOWED = Pattern.compile("s3://[a-zA-Z0-9_\\-/ {}=]+");

  private KeyTemplates() {}

  /** The templates that lead to the object and tell days apart at least. */
  static List<PathTemplate> of(String bucket, String key) {
    List<String> templates = List.of("s3://" + bucket + "/");
    String[] segments = key.split("/", -1);
    for (int i = 0; i < segments.length - 1; i++) {
      List<String> readings = readings(segments[i]);
      templates =
          templates.stream()
              .flatMap(before -> readings.stream().map(reading -> before + reading + "/"))
              .filter(KeyTemplates::hasNoFieldTwice)
              .limit(MOST)
              .toList();
    }
    return templates.stream()
        .filter(template -> ALLOWED.matcher(template).matches())
        .flatMap(KeyTemplates::parsed)
        .filter(template -> template.determines(IntervalLength.P1D))
        .filter(template -> template.localStart("s3://" + bucket + "/" + key).isPresent())
        .toList();
  }

  private static Stream<PathTemplate> parsed(String template) {
    try {
      return Stream.of(PathTemplate.of(template));
    } catch (IllegalArgumentException notAllowed) {
      return Stream.empty();
    }
  }

  private static List<String> readings(String segment) {
    List<String> readings = new ArrayList<>();
    Matcher part = DATE_PART.matcher(segment);
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
    return readings;
  }

  private static List<String> patterns(String digits) {
    if (digits.length() == 10 && !Character.isDigit(digits.charAt(4))) {
      String between = digits.substring(4, 5);
      return List.of(
          "yyyy" + between + "MM" + between + "dd", "yyyy" + between + "dd" + between + "MM");
    }
    if (digits.length() == 5 && !Character.isDigit(digits.charAt(2))) {
      return List.of("HH" + digits.charAt(2) + "mm", "MM" + digits.charAt(2) + "dd");
    }
    return switch (digits.length()) {
      case 2 -> List.of("MM", "dd", "HH", "mm");
      case 4 -> List.of("yyyy", "HHmm", "MMdd");
      case 6 -> List.of("yyyyMM", "HHmmss");
      case 8 -> List.of("yyyyMMdd", "yyyyddMM");
      case 10 -> List.of("yyyyMMddHH");
      case 12 -> List.of("yyyyMMddHHmm");
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

package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The texts of the API that stand in more than one section, with their bounds (appendix A.1). */
final class Texts {
  private static final int MAX_TAGS = 49;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}");
  private static final Pattern ARN = Pattern.compile("arn:[a-z\\d-]+:.*:.*:.*:.+");
  private static final Pattern KEY_ARN =
      Pattern.compile("arn:aws.*:kms:.*:[0-9]{12}:key/[a-z0-9]{8}-([a-z0-9]{4}-){3}[a-z0-9]{12}");
  private static final Pattern TAG_KEY = Pattern.compile("[\\p{L}\\p{N} _.:/=+@-]{1,128}");
  private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{N} _.:/=+@-]{0,256}");
  private static final String TAG_REMEDY =
      "Tags are letters, digits, spaces and _ . : / = + @ -; keys up to 128, values up to 256";

  private Texts() {}

  /** A name of the API: of a detector, a dataset or an alert. */
  static Optional<String> name(YamlValue value) {
    return value.as(
        text -> Optional.of(text).filter(name -> NAME.matcher(name).matches()),
        "name",
        "Use 1 to 63 letters, digits, _ and -, the first a letter or digit");
  }

  /** A description of 1 to 256 characters. */
  static Optional<String> description(YamlValue value) {
    String remedy = "Use 1 to 256 characters";
    return value.as(
        text -> Optional.of(text).filter(words -> words.length() <= 256), "short text", remedy);
  }

  /**
   * An ARN.
   *
   * @param service the service it belongs to, such as {@code iam}
   * @param example one that would be right
   */
  static Optional<String> arn(YamlValue value, String service, String example) {
    return value.as(
        text ->
            Optional.of(text)
                .filter(arn -> ARN.matcher(arn).matches() && arn.length() <= 256)
                .filter(arn -> arn.split(":", 4)[2].equals(service)),
        "ARN of " + service,
        "Write it as " + example);
  }

  static Optional<String> role(YamlMapping keys) {
    return keys.optional("role")
        .flatMap(value -> arn(value, "iam", "arn:aws:iam::123456789012:role/reader"));
  }

  static Optional<String> key(YamlMapping keys) {
    return keys.optional("kmsKey")
        .flatMap(
            value ->
                value.as(
                    text -> Optional.of(text).filter(arn -> KEY_ARN.matcher(arn).matches()),
                    "ARN of a KMS key",
                    "Write it as arn:aws:kms:us-east-1:123456789012:key/"
                        + "0123abcd-0123-abcd-0123-0123456789ab; aliases do not do"));
  }

  /** Tags; those of the prefix that marks what is ours are refused. */
  static Map<String, String> tags(YamlMapping keys) {
    Map<String, String> tags = new LinkedHashMap<>();
    keys.optional("tags")
        .flatMap(value -> value.entries(MAX_TAGS, "Write tags as {team: web}"))
        .orElse(Map.of())
        .forEach((key, value) -> tag(key, value).ifPresent(text -> tags.put(key, text)));
    return tags;
  }

  private static Optional<String> tag(String key, YamlValue value) {
    boolean reserved = key.startsWith("aws:") || key.startsWith("tidewatch:");
    if (reserved || !TAG_KEY.matcher(key).matches()) {
      value.problem(
          "'" + key + "' is no key for a tag",
          reserved ? "The prefixes aws: and tidewatch: are taken" : TAG_REMEDY);
      return Optional.empty();
    }
    return value
        .anyText(TAG_REMEDY)
        .filter(
            text -> {
              boolean right = TAG_VALUE.matcher(text).matches();
              if (!right) {
                value.problem("'" + text + "' is no value for a tag", TAG_REMEDY);
              }
              return right;
            });
  }

  /**
   * Adds an entry of a section, unless another has its name, which is told.
   *
   * @param place where the entry stands
   * @param what several of its kind are called
   */
  static <T> void addNamed(
      List<T> to, T entry, Function<T, String> name, YamlValue place, String what) {
    if (to.stream().map(name).anyMatch(name.apply(entry)::equals)) {
      place.problem(
          "two " + what + " are named '" + name.apply(entry) + "'", "Give each a name of its own");
    } else {
      to.add(entry);
    }
  }

  /** One of a few words. */
  static Optional<String> word(YamlValue value, String what, List<String> words) {
    return value.as(
        text -> Optional.of(text).filter(words::contains),
        what,
        words.isEmpty() ? "The file has none" : "Use one of " + String.join(", ", words));
  }
}

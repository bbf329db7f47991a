package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the API takes for said where nothing was: a file says it, and a detector that somebody else
 * made may not. Without this such a detector would be replaced for being the same.
 */
final class UsualValues {
  private static final Map<String, String> VALUES =
      Map.of(
          "Timezone", "UTC",
          "CsvFormatDescriptor.FileCompression", "NONE",
          "CsvFormatDescriptor.Charset", "UTF-8",
          "CsvFormatDescriptor.ContainsHeader", "false",
          "CsvFormatDescriptor.Delimiter", ",",
          "CsvFormatDescriptor.QuoteSymbol", "\"",
          "JsonFormatDescriptor.FileCompression", "NONE",
          "JsonFormatDescriptor.Charset", "UTF-8",
          "SNSConfiguration.SnsFormat", "JSON");

  private UsualValues() {}

  /** What is there, with such usual values as are wanted and not said. */
  static Attributes filled(Attributes existing, Attributes desired) {
    Map<String, String> filled = new LinkedHashMap<>(existing.values());
    desired
        .values()
        .forEach(
            (name, value) -> {
              if (isUsual(name, value)) {
                filled.putIfAbsent(name, value);
              }
            });
    return new Attributes(filled);
  }

  private static boolean isUsual(String name, String value) {
    return VALUES.entrySet().stream()
        .anyMatch(usual -> name.endsWith(usual.getKey()) && value.equals(usual.getValue()));
  }
}

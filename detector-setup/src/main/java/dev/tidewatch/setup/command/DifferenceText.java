package dev.tidewatch.setup.command;

import java.util.Optional;

/** Texts of attributes in a line: long ones are cut, those that differ not where they do. */
final class DifferenceText {
  private static final int WIDTH = 100;
  private static final int BEFORE = 30;
  private static final String NONE = "(none)";
  private static final String CUT = "…";

  private DifferenceText() {}

  /** One text. */
  static String of(Optional<String> text) {
    return text.map(DifferenceText::line).map(line -> from(line, 0)).orElse(NONE);
  }

  /** One text that becomes another: both begin a little before they differ. */
  static String of(Optional<String> from, Optional<String> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return of(from) + " → " + of(to);
    }
    String before = line(from.get());
    String after = line(to.get());
    int start = Math.max(0, common(before, after) - BEFORE);
    boolean whole = before.length() <= WIDTH && after.length() <= WIDTH;
    return from(before, whole ? 0 : start) + " → " + from(after, whole ? 0 : start);
  }

  private static int common(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int same = 0;
    while (same < most && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String from(String line, int start) {
    String rest = line.substring(start);
    String shown = rest.length() <= WIDTH ? rest : rest.substring(0, WIDTH) + CUT;
    return start > 0 ? CUT + shown : shown;
  }
}

package dev.tidewatch.metricset.timestamp;

import java.util.ArrayList;
import java.util.List;

/** Cuts a timestamp pattern into letters, fractions and literals. */
final class PatternLetters {
  static final String KNOWN = "yyyy MM dd HH hh a mm ss, .SSS, X and VV";

  private PatternLetters() {}

  /**
   * A stretch of a pattern.
   *
   * @param kind what it is
   * @param letter the letter repeated; of a literal anything
   * @param width how often the letter is repeated; of a literal nothing
   * @param text the literal, or what stands before the digits of a fraction
   */
  record Part(Kind kind, char letter, int width, String text) {
    boolean is(char letter, int width) {
      return kind == Kind.LETTERS && this.letter == letter && this.width == width;
    }
  }

  enum Kind {
    LETTERS,
    /** Digits after the second, behind a point or comma; may be missing with it. */
    FRACTION,
    LITERAL
  }

  static List<Part> split(String pattern) {
    List<Part> parts = new ArrayList<>();
    int position = 0;
    while (position < pattern.length()) {
      char character = pattern.charAt(position);
      Part part;
      int end;
      if (character == '\'') {
        end = endOfQuote(pattern, position);
        part = literal(unquoted(pattern.substring(position, end)));
      } else if (isLetter(character)) {
        end = endOfRun(pattern, position);
        part = letters(pattern, character, end - position);
      } else if (beginsFraction(pattern, position, parts)) {
        end = endOfRun(pattern, position + 1);
        part = new Part(Kind.FRACTION, 'S', end - position - 1, String.valueOf(character));
      } else {
        end = position + 1;
        part = literal(String.valueOf(checkLiteral(pattern, character)));
      }
      parts.add(part);
      position = end;
    }
    return parts;
  }

  private static Part literal(String text) {
    return new Part(Kind.LITERAL, ' ', 0, text);
  }

  /** Java would read {@code D} as the day of the year, and {@code y} as the year of an era. */
  private static Part letters(String pattern, char letter, int width) {
    if ("yuMdDEHkKhamsSXxZzV".indexOf(letter) < 0) {
      throw new IllegalArgumentException(
          "'" + letter + "' in the timestamp format '" + pattern + "' is unknown: use " + KNOWN);
    }
    char meant = letter == 'D' ? 'd' : letter == 'y' ? 'u' : letter;
    return new Part(Kind.LETTERS, meant, width, "");
  }

  private static boolean beginsFraction(String pattern, int position, List<Part> before) {
    char separator = pattern.charAt(position);
    if ((separator != '.' && separator != ',') || position + 1 == pattern.length()) {
      return false;
    }
    char next = pattern.charAt(position + 1);
    return (next == 's' || next == 'S')
        && !before.isEmpty()
        && before.get(before.size() - 1).is('s', 2);
  }

  private static int endOfRun(String pattern, int position) {
    int end = position;
    while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(position)) {
      end++;
    }
    return end;
  }

  private static int endOfQuote(String pattern, int position) {
    int end = position + 1;
    while (end < pattern.length()) {
      if (pattern.charAt(end) != '\'') {
        end++;
      } else if (end + 1 < pattern.length() && pattern.charAt(end + 1) == '\'') {
        end += 2;
      } else {
        return end + 1;
      }
    }
    throw new IllegalArgumentException(
        "a quote (') in the timestamp format '" + pattern + "' is never closed");
  }

  /** {@code ''} is a quote, within quotes as well as alone. */
  private static String unquoted(String quoted) {
    return quoted.equals("''") ? "'" : quoted.substring(1, quoted.length() - 1).replace("''", "'");
  }

  private static char checkLiteral(String pattern, char character) {
    if ("[]{}#".indexOf(character) >= 0) {
      throw new IllegalArgumentException(
          "'"
              + character
              + "' in the timestamp format '"
              + pattern
              + "' has no meaning: put it in single quotes if texts contain it");
    }
    return character;
  }

  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }
}

package dev.tidewatch.evaluation.picture;

/** Text made safe for HTML and SVG. */
final class Markup {
  private Markup() {}

  /** The text with all characters that mean something in markup written as what they are. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(character < ' ' ? ' ' : character);
      }
    }
    return safe.toString();
  }
}

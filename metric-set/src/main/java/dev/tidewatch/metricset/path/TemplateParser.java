package dev.tidewatch.metricset.path;

import java.util.ArrayList;
import java.util.List;

/** Cuts a template into its parts, and says what is wrong with it. */
final class TemplateParser {
  static final String SCHEME = "s3://";
  private static final int MAX_LENGTH = 1024;
  private static final String ALLOWED = "letters, digits, _ - / = { } and spaces";

  private final String template;
  private final List<TemplatePart> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int position;

  private TemplateParser(String template) {
    this.template = template;
  }

  static List<TemplatePart> parse(String template) {
    var parser = new TemplateParser(template);
    parser.checkText();
    parser.readAll();
    return List.copyOf(parser.parts);
  }

  private void checkText() {
    if (template.isBlank()) {
      throw new IllegalArgumentException("a path template is not empty");
    }
    if (template.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a path template has at most "
              + MAX_LENGTH
              + " characters, this one has "
              + template.length());
    }
    boolean absolute = template.startsWith(SCHEME);
    if (absolute) {
      checkBucket();
    } else if (template.startsWith("/")) {
      throw new IllegalArgumentException(
          "'" + template + "' begins with a slash: write s3://bucket/… or begin with a folder");
    }
    for (int i = absolute ? SCHEME.length() : 0; i < template.length(); i++) {
      if (!isAllowed(template.charAt(i))) {
        throw problem(i, "'" + template.charAt(i) + "' is not allowed: use " + ALLOWED);
      }
    }
  }

  private void checkBucket() {
    int slash = template.indexOf('/', SCHEME.length());
    String bucket =
        slash < 0
            ? template.substring(SCHEME.length())
            : template.substring(SCHEME.length(), slash);
    if (bucket.isEmpty()) {
      throw new IllegalArgumentException("'" + template + "' names no bucket after s3://");
    }
    if (bucket.contains(".")) {
      throw new IllegalArgumentException(
          "bucket '"
              + bucket
              + "' has a dot in its name, which a detector cannot read: use a bucket without dots");
    }
    if (bucket.contains("{")) {
      throw new IllegalArgumentException(
          "bucket '" + bucket + "' holds a placeholder: write the bucket's name");
    }
  }

  private static boolean isAllowed(char character) {
    return isLetter(character)
        || (character >= '0' && character <= '9')
        || "_-/={} ".indexOf(character) >= 0;
  }

  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  private void readAll() {
    while (position < template.length()) {
      char character = template.charAt(position);
      if (template.startsWith("{{", position)) {
        readPlaceholder();
      } else if (character == '{' || character == '}') {
        throw problem(position, "a single '" + character + "': placeholders stand in {{ and }}");
      } else {
        literal.append(character);
        position++;
      }
    }
    endLiteral();
  }

  private void readPlaceholder() {
    int end = template.indexOf("}}", position);
    if (end < 0) {
      throw problem(position, "'{{' is never closed by '}}'");
    }
    if (end == position + 2) {
      throw problem(position, "'{{}}' is empty: put date letters such as yyyy-MM-dd in it");
    }
    position += 2;
    while (position < end) {
      char character = template.charAt(position);
      if (character == '{' || character == '}') {
        throw problem(position, "'" + character + "' inside a placeholder");
      }
      if (isLetter(character)) {
        readField(end);
      } else {
        literal.append(character);
        position++;
      }
    }
    position = end + 2;
  }

  private void readField(int end) {
    char letter = template.charAt(position);
    DateField field =
        DateField.of(letter)
            .orElseThrow(
                () ->
                    problem(
                        position, "'" + letter + "' is no date letter: use " + DateField.LETTERS));
    int width = 0;
    while (position + width < end && template.charAt(position + width) == letter) {
      width++;
    }
    if (!field.allowsWidth(width)) {
      throw problem(
          position,
          "'" + String.valueOf(letter).repeat(width) + "' has no meaning: use fewer letters");
    }
    endLiteral();
    parts.add(new TemplatePart.Field(field, width));
    position += width;
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      parts.add(new TemplatePart.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private IllegalArgumentException problem(int index, String what) {
    return new IllegalArgumentException(
        "path template '" + template + "', character " + (index + 1) + ": " + what);
  }
}

package dev.tidewatch.metricset.path;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A stretch of a path template. */
sealed interface TemplatePart {

  void render(LocalDateTime time, boolean halfDays, StringBuilder path);

  /** The ways to read the path on from this position. */
  List<Step> read(String path, int from);

  /** Whether all of it is written with digits. */
  boolean isDigits();

  /** Whether it is written with one digit or two, as the number needs. */
  boolean isVariable();

  /**
   * One way to read a part.
   *
   * @param end where the next part begins
   * @param value the number read; 0 for a literal
   */
  record Step(int end, int value) {}

  /** Text that stands in the path as it is. */
  record Literal(String text) implements TemplatePart {
    @Override
    public void render(LocalDateTime time, boolean halfDays, StringBuilder path) {
      path.append(text);
    }

    @Override
    public List<Step> read(String path, int from) {
      return path.startsWith(text, from) ? List.of(new Step(from + text.length(), 0)) : List.of();
    }

    @Override
    public boolean isDigits() {
      return text.chars().allMatch(TemplatePart::isDigit);
    }

    @Override
    public boolean isVariable() {
      return false;
    }
  }

  /** A part of the date or time, written as so many letters ask. */
  record Field(DateField field, int width) implements TemplatePart {
    @Override
    public void render(LocalDateTime time, boolean halfDays, StringBuilder path) {
      int value = field.valueIn(time, halfDays);
      if (field.isText(width)) {
        path.append(field.words(width).get(value));
        return;
      }
      int number = field == DateField.MONTH ? value + 1 : value;
      int digits = field.digits(width);
      String text = Integer.toString(field.isYear() && digits == 2 ? number % 100 : number);
      path.append("0".repeat(isVariable() ? 0 : Math.max(0, digits - text.length()))).append(text);
    }

    @Override
    public List<Step> read(String path, int from) {
      return field.isText(width) ? readWord(path, from) : readNumber(path, from);
    }

    private List<Step> readWord(String path, int from) {
      List<String> words = field.words(width);
      List<Step> steps = new ArrayList<>(1);
      for (int i = 0; i < words.size(); i++) {
        if (path.startsWith(words.get(i), from)) {
          steps.add(new Step(from + words.get(i).length(), i));
        }
      }
      return steps;
    }

    private List<Step> readNumber(String path, int from) {
      int most = field.digits(width);
      List<Step> steps = new ArrayList<>(2);
      int number = 0;
      for (int i = 1; i <= most && from + i <= path.length(); i++) {
        char digit = path.charAt(from + i - 1);
        if (!isDigit(digit)) {
          break;
        }
        number = number * 10 + digit - '0';
        if (i == most || isVariable()) {
          steps.add(new Step(from + i, valueOf(number)));
        }
      }
      return steps;
    }

    private int valueOf(int number) {
      if (field == DateField.MONTH) {
        return number - 1;
      }
      return field.isYear() && field.digits(width) == 2 ? 2000 + number : number;
    }

    @Override
    public boolean isDigits() {
      return !field.isText(width);
    }

    @Override
    public boolean isVariable() {
      return field.isVariable(width);
    }
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}

package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text: its length in characters, then its pattern, which the whole text must match. */
record TextShape(Bounds length, @Nullable Pattern pattern) implements Shape {

  @Override
  public void check(JsonNode value, String path, Mistakes mistakes) {
    if (!value.isTextual()) {
      mistakes.wrongType(path, "a string", value);
      return;
    }
    String text = value.textValue();
    int characters = text.codePointCount(0, text.length());
    // A text of forbidden length is not matched: patterns may take long on long texts.
    if (!length.allow(characters)) {
      mistakes.add(
          path,
          Shown.value(value)
              + " is "
              + characters
              + " characters long; its length must be "
              + length.inWords()
              + ".");
    } else if (pattern != null && !pattern.matcher(text).matches()) {
      mistakes.add(
          path, Shown.value(value) + " must match the regular expression " + pattern.pattern());
    }
  }
}

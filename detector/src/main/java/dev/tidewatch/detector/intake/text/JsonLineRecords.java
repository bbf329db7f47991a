package dev.tidewatch.detector.intake.text;

import static dev.tidewatch.detector.intake.text.CharWindow.END;
import static dev.tidewatch.detector.intake.text.CharWindow.MAX_RECORD;
import static dev.tidewatch.detector.intake.text.CharWindow.isLineBreak;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidewatch.detector.intake.RowFault;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file with one flat JSON object a line (contract section 5.3). Of a key that
 * comes twice the last value counts; a wanted value that is an object or an array makes the record
 * malformed; {@code null} is no value. Blank lines are no records.
 */
final class JsonLineRecords implements Records {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  private final CharWindow window;
  private final Map<String, Integer> places = new HashMap<>();
  private final String[] values;
  private final Field[] fields;
  private int lineLength;
  private @Nullable RowFault fault;

  JsonLineRecords(Reader reader, List<String> wanted) throws IOException {
    this.window = new CharWindow(reader);
    for (int i = 0; i < wanted.size(); i++) {
      places.put(wanted.get(i), i);
    }
    this.values = new String[wanted.size()];
    this.fields = new Field[wanted.size()];
    Arrays.setAll(fields, i -> new Field());
    window.skipByteOrderMark();
  }

  @Override
  public boolean next() throws IOException {
    do {
      window.advance(lineLength);
      lineLength = 0;
      window.skipLineBreaks();
      if (window.at(0) == END) {
        return false;
      }
      if (!measureLine()) {
        window.skipLine();
        lineLength = 0;
        fault = RowFault.LINE_TOO_LONG;
        return true;
      }
    } while (isBlank());
    fault = read() ? null : RowFault.MALFORMED;
    return true;
  }

  private boolean measureLine() throws IOException {
    int character = window.at(lineLength);
    while (character != END && !isLineBreak(character)) {
      if (lineLength >= MAX_RECORD) {
        return false;
      }
      character = window.at(++lineLength);
    }
    return true;
  }

  private boolean isBlank() throws IOException {
    for (int i = 0; i < lineLength; i++) {
      if (window.at(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean read() {
    Arrays.fill(values, "");
    try (JsonParser parser = JSON.createParser(window.chars(), window.index(0), lineLength)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        Integer place = places.get(parser.currentName());
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
          if (place != null) {
            return false;
          }
          parser.skipChildren();
        } else if (place != null) {
          values[place] = value == JsonToken.VALUE_NULL ? "" : parser.getText();
        }
      }
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException notJson) {
      return false;
    }
  }

  @Override
  public Optional<RowFault> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public Field column(int wanted) {
    char[] text = values[wanted].toCharArray();
    fields[wanted].set(text, 0, text.length);
    return fields[wanted];
  }
}

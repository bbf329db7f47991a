package dev.tidewatch.localaws.kinesis.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Fields of an answer, in either wire format. */
final class AnswerWriter {
  private final WireFormat format;
  private final JsonGenerator out;

  AnswerWriter(WireFormat format, JsonGenerator out) {
    this.format = format;
    this.out = out;
  }

  AnswerWriter text(String name, String value) throws IOException {
    out.writeStringField(name, value);
    return this;
  }

  AnswerWriter number(String name, long value) throws IOException {
    out.writeNumberField(name, value);
    return this;
  }

  AnswerWriter flag(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
    return this;
  }

  AnswerWriter time(String name, Instant value) throws IOException {
    out.writeFieldName(name);
    format.writeTime(out, value.toEpochMilli());
    return this;
  }

  AnswerWriter structure(String name, Answer fields) throws IOException {
    out.writeObjectFieldStart(name);
    fields.writeTo(this);
    out.writeEndObject();
    return this;
  }

  <T> AnswerWriter structures(String name, List<T> elements, Function<T, Answer> fields)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (T element : elements) {
      out.writeStartObject();
      fields.apply(element).writeTo(this);
      out.writeEndObject();
    }
    out.writeEndArray();
    return this;
  }

  AnswerWriter texts(String name, List<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
    return this;
  }

  /** For fields in bulk, where an object for each would be felt. */
  JsonGenerator raw() {
    return out;
  }

  void rawTime(long epochMillis) throws IOException {
    format.writeTime(out, epochMillis);
  }
}

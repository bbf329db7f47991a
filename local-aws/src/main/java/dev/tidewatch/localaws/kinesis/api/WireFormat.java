package dev.tidewatch.localaws.kinesis.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.tidewatch.localaws.kinesis.stream.ErrorCode;
import dev.tidewatch.localaws.kinesis.stream.KinesisException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;

/** The two shapes the same requests and answers come in. */
@SuppressWarnings("ImmutableEnumChecker") // Jackson factories and readers, never reconfigured
enum WireFormat {
  /** Bytes as they are; times as epoch milliseconds, tagged. */
  CBOR("application/x-amz-cbor-1.1", new CBORFactory()) {
    private static final int EPOCH_TAG = 1;

    @Override
    void writeTime(JsonGenerator out, long epochMillis) throws IOException {
      ((CBORGenerator) out).writeTag(EPOCH_TAG);
      out.writeNumber(epochMillis);
    }

    @Override
    Instant timeOf(BigDecimal number) {
      return Instant.ofEpochMilli(number.longValue());
    }
  },
  /** Bytes in Base64; times as epoch seconds with a fraction. */
  JSON("application/x-amz-json-1.1", new JsonFactory()) {
    @Override
    void writeTime(JsonGenerator out, long epochMillis) throws IOException {
      out.writeNumber(BigDecimal.valueOf(epochMillis, 3).toPlainString());
    }

    @Override
    Instant timeOf(BigDecimal number) {
      return Instant.ofEpochMilli(number.movePointRight(3).longValue());
    }
  };

  private final String contentType;
  private final JsonFactory factory;
  private final ObjectReader reader;

  WireFormat(String contentType, JsonFactory factory) {
    this.contentType = contentType;
    this.factory = factory;
    this.reader = new ObjectMapper(factory).reader();
  }

  /** JSON unless it is CBOR. */
  static WireFormat of(String contentType) {
    return contentType.startsWith(CBOR.contentType) ? CBOR : JSON;
  }

  String contentType() {
    return contentType;
  }

  /**
   * @throws KinesisException when the body cannot be read
   */
  JsonNode read(byte[] body) {
    try {
      JsonNode tree = reader.readTree(body);
      if (!tree.isObject()) {
        throw new KinesisException(ErrorCode.SERIALIZATION, "The body must be a structure.");
      }
      return tree;
    } catch (IOException e) {
      throw new KinesisException(ErrorCode.SERIALIZATION, "The body is no " + this + ".");
    }
  }

  /** The bytes of an answer. */
  byte[] write(Answer answer) {
    var bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = factory.createGenerator(bytes)) {
      out.writeStartObject();
      answer.writeTo(new AnswerWriter(this, out));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  abstract void writeTime(JsonGenerator out, long epochMillis) throws IOException;

  abstract Instant timeOf(BigDecimal number);
}

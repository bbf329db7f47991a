package dev.tidewatch.etl.shape;

/**
 * Finds fields in JSON objects, one a line. A scanner reads the plain ones at a multiple of the
 * speed; whatever it finds odd goes to the {@link JacksonDecoder}, which says what is right.
 */
final class JsonDecoder implements RecordDecoder {
  private final JsonScanner scanner;
  private final JacksonDecoder jackson;

  JsonDecoder(FieldLayout layout) {
    scanner = new JsonScanner(JsonFields.of(layout.fields()));
    jackson = new JacksonDecoder(JsonFields.of(layout.fields()));
  }

  @Override
  public void decode(byte[] data, int from, int to, FieldValues values)
      throws UnusableRecordException {
    if (!scanner.scan(data, from, to, values)) {
      values.clear();
      jackson.decode(data, from, to, values);
    }
  }

  @Override
  public int recordEnd(byte[] data, int from) {
    return Bytes.indexOf((byte) '\n', data, from, data.length);
  }
}

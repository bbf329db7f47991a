package dev.tidewatch.etl.shape;

import dev.tidewatch.metricset.RecordFormat;

/** Finds the needed fields in the bytes of a record. To be used by one thread. */
interface RecordDecoder {
  /**
   * Finds the fields of the record that stands between two indexes.
   *
   * @param data valid UTF-8 between the indexes
   * @param values all absent; what was found is set
   */
  void decode(byte[] data, int from, int to, FieldValues values) throws UnusableRecordException;

  /**
   * Where the record that begins at an index ends: at the index of its line feed, or at the end of
   * the data.
   */
  int recordEnd(byte[] data, int from);

  /**
   * The decoder of a format.
   *
   * @throws IllegalArgumentException when the fields cannot be found in records of the format
   */
  static RecordDecoder of(RecordFormat format, FieldLayout layout) {
    return format instanceof RecordFormat.Csv csv
        ? CsvDecoder.of(csv, layout)
        : new JsonDecoder(layout);
  }
}

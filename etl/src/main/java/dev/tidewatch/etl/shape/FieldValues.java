package dev.tidewatch.etl.shape;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts of the needed fields of one record, as UTF-8 bytes. Filled anew for each record,
 * without copying where the record's own bytes are the text. To be used by one thread.
 */
final class FieldValues {
  enum Kind {
    /** Not there, null, or empty. */
    ABSENT,
    TEXT,
    /** A JSON number, as it is written. */
    NUMBER,
    BOOLEAN,
    /** An object or an array. */
    STRUCTURE,
    /** A part of its path is no object. */
    UNREACHABLE
  }

  private static final byte[] NOTHING = {};

  private final Kind[] kinds;
  private final byte[][] sources;
  private final int[] starts;
  private final int[] ends;
  private byte[] scratch = new byte[256];
  private int scratchUsed;

  FieldValues(int fields) {
    kinds = new Kind[fields];
    sources = new byte[fields][];
    starts = new int[fields];
    ends = new int[fields];
    clear();
  }

  /** Makes all fields absent. */
  void clear() {
    Arrays.fill(kinds, Kind.ABSENT);
    scratchUsed = 0;
  }

  /** Sets a field to a stretch of the record's own bytes. */
  void set(int field, Kind kind, byte[] source, int from, int to) {
    kinds[field] = from == to ? Kind.ABSENT : kind;
    sources[field] = source;
    starts[field] = from;
    ends[field] = to;
  }

  /** Sets a field to a text of its own. */
  void set(int field, Kind kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    set(field, kind, bytes, 0, bytes.length);
  }

  /** Sets a field that has no text. */
  void set(int field, Kind kind) {
    kinds[field] = kind;
    sources[field] = NOTHING;
    starts[field] = 0;
    ends[field] = 0;
  }

  /** Sets a field to a quoted stretch of bytes in which a doubled quote means one. */
  void setUnquoted(int field, byte[] source, int from, int to, byte quote) {
    if (scratch.length - scratchUsed < to - from) {
      scratch = new byte[Math.max(2 * scratch.length, to - from)];
      scratchUsed = 0;
    }
    int start = scratchUsed;
    for (int at = from; at < to; at++) {
      scratch[scratchUsed++] = source[at];
      if (source[at] == quote) {
        at++;
      }
    }
    set(field, Kind.TEXT, scratch, start, scratchUsed);
  }

  Kind kind(int field) {
    return kinds[field];
  }

  byte[] source(int field) {
    return sources[field];
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  /** The beginning of the field's text, for people. */
  String excerpt(int field) {
    return Excerpt.of(sources[field], starts[field], ends[field]);
  }
}

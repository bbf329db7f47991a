package dev.tidewatch.generator.encode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes a record unreadable, in ways seen in real streams. */
public enum Damage {
  /** Nothing is left. */
  EMPTIED {
    @Override
    void apply(RecordBuffer record) {
      record.clear();
    }
  },
  /** The sender was cut off at a third. */
  CUT_OFF {
    @Override
    void apply(RecordBuffer record) {
      record.truncate(record.length() / 3);
    }
  },
  /** Its bytes are no UTF-8. */
  NOT_UTF8 {
    @Override
    void apply(RecordBuffer record) {
      record.set(record.length() / 2, 0xC0);
    }
  },
  /** Another program's message. */
  FOREIGN {
    @Override
    void apply(RecordBuffer record) {
      record.clear().put(FOREIGN_MESSAGE);
    }
  };

  private static final List<Damage> ALL = List.of(values());
  private static final byte[] FOREIGN_MESSAGE =
      "<heartbeat status=ok>".getBytes(StandardCharsets.US_ASCII);

  abstract void apply(RecordBuffer record);

  /**
   * Damages the record.
   *
   * @param choice which damage: even in [0, 1)
   */
  public static void damage(RecordBuffer record, double choice) {
    ALL.get((int) (choice * ALL.size())).apply(record);
  }
}

package dev.tidewatch.detector.schedule;

import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The rows of an interval as bytes, packed, with a checksum. */
final class RowBytes {
  private RowBytes() {}

  static byte[] write(IntervalRows rows, int dimensions, int measures) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes, fast)) {
      StateWriter out = new StateWriter(packed);
      out.longer(rows.start().getEpochSecond());
      out.integer(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        for (int i = 0; i < dimensions; i++) {
          out.text(rows.dimension(i, row));
        }
        for (int i = 0; i < measures; i++) {
          out.real(rows.measure(i, row));
        }
      }
      out.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  static IntervalRows read(byte[] bytes, int dimensions, int measures) {
    StateReader in = new StateReader(new InflaterInputStream(new ByteArrayInputStream(bytes)));
    IntervalRows.Builder rows =
        IntervalRows.at(Instant.ofEpochSecond(in.longer()), dimensions, measures);
    int size = in.count();
    for (int row = 0; row < size; row++) {
      List<String> values = new ArrayList<>(dimensions);
      for (int i = 0; i < dimensions; i++) {
        values.add(in.text());
      }
      double[] numbers = new double[measures];
      for (int i = 0; i < measures; i++) {
        numbers[i] = in.real();
      }
      rows.add(values, numbers);
    }
    in.end();
    return rows.build();
  }
}

package dev.tidewatch.detector.intake.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes are taken from a {@link ByteBudget}. */
final class BudgetedStream extends FilterInputStream {
  private final ByteBudget budget;

  BudgetedStream(InputStream stream, ByteBudget budget) {
    super(stream);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      budget.take(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count > 0) {
      budget.take(count);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

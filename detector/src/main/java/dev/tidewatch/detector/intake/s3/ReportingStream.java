package dev.tidewatch.detector.intake.s3;

import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.SourceUnavailable;
import java.io.IOException;
import java.io.InputStream;

/** Tells trouble of the connection from what is wrong with the bytes. */
final class ReportingStream extends InputStream {
  private final InputStream stream;
  private final S3Address object;
  private boolean atEnd;

  ReportingStream(InputStream stream, S3Address object) {
    this.stream = stream;
    this.object = object;
  }

  boolean isAtEnd() {
    return atEnd;
  }

  @Override
  public int read() {
    try {
      int value = stream.read();
      atEnd |= value < 0;
      return value;
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      int count = stream.read(buffer, offset, length);
      atEnd |= count < 0;
      return count;
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  private SourceUnavailable brokenOff(IOException e) {
    return new SourceUnavailable("S3 broke off " + object + ": " + e.getMessage(), e);
  }
}

package dev.tidewatch.detector.intake.text;

import dev.tidewatch.detector.intake.FileFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens files of a format. Bytes that are no text of the charset become U+FFFD. */
public final class TextFile {
  private static final int BUFFER = 64 * 1024;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private TextFile() {}

  /** Does something with the records of a file. */
  @FunctionalInterface
  public interface RecordUser {
    void use(Records records) throws IOException;
  }

  /**
   * Reads a file from its beginning.
   *
   * @param wanted the columns to read
   * @param expanded how many bytes may come out of it
   * @throws UnusableFile when it is not of the format, or too large
   */
  public static void read(
      InputStream stored,
      FileFormat format,
      List<String> wanted,
      ByteBudget expanded,
      RecordUser user)
      throws IOException {
    try {
      Reader reader = reader(stored, format, expanded);
      user.use(
          format instanceof FileFormat.Csv csv
              ? new CsvRecords(reader, csv, wanted)
              : new JsonLineRecords(reader, wanted));
    } catch (ZipException broken) {
      throw new UnusableFile("is no gzip file, or a broken one: " + broken.getMessage());
    } catch (EOFException cutOff) {
      throw new UnusableFile("is a gzip file that is cut off");
    }
  }

  private static Reader reader(InputStream stored, FileFormat format, ByteBudget expanded)
      throws IOException {
    PushbackInputStream bytes = new SeenToTheEnd(stored);
    boolean zipped = looksZipped(bytes);
    if (zipped && !format.gzip()) {
      throw new UnusableFile("is compressed with gzip, but the dataset says FileCompression NONE");
    }
    InputStream text = format.gzip() ? new GZIPInputStream(bytes, BUFFER) : bytes;
    return new InputStreamReader(
        new BudgetedStream(text, expanded),
        format
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static boolean looksZipped(PushbackInputStream bytes) throws IOException {
    int first = bytes.read();
    int second = first < 0 ? first : bytes.read();
    if (second >= 0) {
      bytes.unread(second);
    }
    if (first >= 0) {
      bytes.unread(first);
    }
    return first == GZIP_FIRST && second == GZIP_SECOND;
  }
}

package dev.tidewatch.evaluation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Makes small folders of data, laid out as the public ones are. */
public final class DataFolder {
  private static final long START = 1_700_006_400;

  private final Path root;

  public DataFolder(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  public DataFolder file(String name, String content) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      try (OutputStream plain = Files.newOutputStream(file);
          OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
        out.write(content.getBytes(StandardCharsets.UTF_8));
      }
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hourly values with a season of a day and a spike at one row. */
  public static String hourly(int rows, int spike) {
    Random noise = new Random(3);
    StringBuilder csv = new StringBuilder("timestamp,value\n");
    for (int row = 0; row < rows; row++) {
      double value = 100 + 20 * Math.sin(2 * Math.PI * row / 24) + noise.nextGaussian();
      csv.append(START + 3600L * row).append(',').append(row == spike ? 400 : value).append('\n');
    }
    return csv.toString();
  }

  /** A label for each row, 1 for the marked ones. */
  public static String labels(int rows, int... marked) {
    StringBuilder csv = new StringBuilder("label\n");
    for (int row = 0; row < rows; row++) {
      int current = row;
      boolean isMarked = java.util.Arrays.stream(marked).anyMatch(mark -> mark == current);
      csv.append(isMarked ? "1\n" : "0\n");
    }
    return csv.toString();
  }
}

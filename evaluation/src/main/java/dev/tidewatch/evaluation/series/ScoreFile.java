package dev.tidewatch.evaluation.series;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what a method says about a series: one line a row, below a header. */
final class ScoreFile {
  private ScoreFile() {}

  static void write(Path file, ScoreColumns columns, List<Verdict> verdicts) {
    try {
      Files.createDirectories(file.getParent());
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        out.write(columns.header());
        out.write('\n');
        for (Verdict verdict : verdicts) {
          out.write(columns.line(verdict));
          out.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }
  }
}

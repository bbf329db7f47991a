package dev.tidewatch.detector.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The sample's files below the server's folder: history, a file a day; and what comes after it, a
 * folder an interval. A file is there whole or not at all. May be used by several processes.
 */
public final class SampleFolder {
  private static final Duration HISTORY = Duration.ofDays(16);

  /** Of files of single intervals older ones are of no use to anybody. */
  static final Duration KEPT = Duration.ofDays(10);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmm").withZone(ZoneOffset.UTC);

  private final Path root;

  /**
   * @param root made when there is something to keep
   */
  public SampleFolder(Path root) {
    this.root = root;
  }

  /** What the bucket of the sample shows. */
  public Path objects() {
    return root.resolve("objects");
  }

  Optional<SampleWish> wish() {
    try (Reader reader = Files.newBufferedReader(wishFile(), UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      return Optional.of(SampleWish.of(properties));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(SampleWish wish) {
    write(
        wishFile(),
        writer -> wish.toProperties().store(writer, "What the sample data are made of"));
  }

  private Path wishFile() {
    return root.resolve("sample.properties");
  }

  /** Writes what happened before the shop was opened; what is there already is left. */
  void writeHistory(SampleWish wish) {
    Instant day = wish.anchor().minus(HISTORY);
    while (day.isBefore(wish.anchor())) {
      Instant next = day.plus(Duration.ofDays(1));
      Path file = objects().resolve("history").resolve(DAY.format(day) + ".csv");
      if (!Files.exists(file)) {
        StringBuilder text = new StringBuilder(SampleShop.HEADER);
        for (Instant at = day; at.isBefore(next); at = at.plus(SampleShop.INTERVAL)) {
          text.append(wish.shop().records(at));
        }
        write(file, writer -> writer.write(text.toString()));
      }
      day = next;
    }
  }

  /**
   * Writes every interval that is over and not there yet, from the one with this start on.
   *
   * @return the start of the first one that is not over
   */
  Instant writeIntervals(SampleWish wish, Instant from, Instant now) {
    Instant start = from;
    while (!start.plus(SampleShop.INTERVAL).isAfter(now)) {
      Path file = interval(start).resolve("records.csv");
      if (!Files.exists(file)) {
        String text = SampleShop.HEADER + wish.shop().records(start);
        write(file, writer -> writer.write(text));
      }
      start = start.plus(SampleShop.INTERVAL);
    }
    return start;
  }

  private Path interval(Instant start) {
    return live().resolve(DAY.format(start)).resolve(TIME.format(start));
  }

  private Path live() {
    return objects().resolve("live");
  }

  /** Takes away the files of intervals that nobody reads any more. */
  void forgetBefore(Instant now) {
    String oldest = DAY.format(now.minus(KEPT));
    if (!Files.isDirectory(live())) {
      return;
    }
    try (Stream<Path> days = Files.list(live())) {
      days.filter(day -> day.getFileName().toString().compareTo(oldest) < 0)
          .forEach(SampleFolder::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes away everything; the wish last. */
  void clear() {
    delete(objects());
    delete(root);
  }

  private static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try {
      Files.walkFileTree(tree, new Removal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(Writer writer) throws IOException;
  }

  /** Under a name that nobody lists until it is whole. */
  private static void write(Path file, Content content) {
    Path unfinished = file.resolveSibling("." + file.getFileName());
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(unfinished, UTF_8)) {
        content.writeTo(writer);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

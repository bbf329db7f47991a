package dev.tidewatch.detector.console.system;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.Points;
import dev.tidewatch.detector.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Measures sizes. All of the database is read for it: so once a minute at most, however many ask
 * and however often an open page is brought up to date.
 */
final class Scales {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Database database;
  private final Path data;
  private final Clock machine = Clock.systemUTC();
  private @Nullable Sizes last;

  Scales(Database database, Path data) {
    this.database = requireNonNull(database, "database");
    this.data = requireNonNull(data, "data");
  }

  synchronized Sizes sizes() {
    Instant now = machine.instant();
    Sizes known =
        Optional.ofNullable(last)
            .filter(sizes -> Duration.between(sizes.measured(), now).abs().compareTo(KEPT) < 0)
            .orElseGet(() -> database.read(handle -> measured(handle, now)));
    last = known;
    return known;
  }

  private Sizes measured(Handle handle, Instant now) {
    return new Sizes(Points.count(handle), folder(), parts(handle), now);
  }

  private static List<Sizes.Part> parts(Handle handle) {
    Map<DatabasePart, Long> bytes = new EnumMap<>(DatabasePart.class);
    handle
        .createQuery(
            "SELECT coalesce(s.tbl_name, d.name), d.pgsize FROM dbstat d"
                + " LEFT JOIN sqlite_schema s ON s.name = d.name WHERE d.aggregate = TRUE")
        .map((row, context) -> Map.entry(DatabasePart.of(row.getString(1)), row.getLong(2)))
        .forEach(table -> bytes.merge(table.getKey(), table.getValue(), Long::sum));
    bytes.merge(DatabasePart.REST, Store.pages(handle, "freelist_count"), Long::sum);
    return bytes.entrySet().stream()
        .map(part -> new Sizes.Part(part.getKey().words(), part.getValue()))
        .sorted(Comparator.comparingLong(Sizes.Part::bytes).reversed())
        .toList();
  }

  private long folder() {
    AtomicLong bytes = new AtomicLong();
    try {
      Files.walkFileTree(
          data,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              bytes.addAndGet(attributes.size());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE; // files come and go meanwhile
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look through " + data, e);
    }
    return bytes.get();
  }
}

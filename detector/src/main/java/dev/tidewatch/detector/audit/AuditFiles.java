package dev.tidewatch.detector.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.detector.catalog.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with a file of JSON lines for each day (UTC) on which something was changed. Only ever
 * added to, line by line, each on the disk before the change is answered; what is older than {@link
 * #KEPT} goes when a new day begins.
 */
public final class AuditFiles implements AuditLog {
  /** As long as auditors ask for: a year and a month. */
  public static final Period KEPT = Period.ofDays(400);

  private static final Logger LOG = LoggerFactory.getLogger(AuditFiles.class);
  private static final Pattern NAME = Pattern.compile("audit-(\\d{4}-\\d{2}-\\d{2})\\.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Account account;
  private @Nullable LocalDate today;

  public AuditFiles(Path folder, Account account) {
    this.folder = requireNonNull(folder, "folder");
    this.account = requireNonNull(account, "account");
  }

  /** Where a server with this folder of data keeps them. */
  public static Path in(Path data) {
    return data.resolve("audit");
  }

  @Override
  public synchronized void write(AuditEntry entry) {
    LocalDate day = LocalDate.ofInstant(entry.time(), ZoneOffset.UTC);
    byte[] line = (entry.json(account) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      if (!day.equals(today)) {
        begin(day);
      }
      append(fileOf(day), line);
    } catch (IOException e) {
      // The change is made: to refuse it now would be a lie.
      LOG.error("{} by {} is not in the audit log", entry.operation(), entry.caller().keyId(), e);
      today = null; // half a line may be there
    }
  }

  private void begin(LocalDate day) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    LocalDate oldest = day.minus(KEPT);
    for (Path file : files(folder)) {
      if (dayOf(file).orElseThrow().isBefore(oldest)) {
        Files.delete(file);
      }
    }
    endTornLine(fileOf(day));
    today = day;
  }

  private Path fileOf(LocalDate day) {
    return folder.resolve("audit-" + day + ".jsonl");
  }

  /** What a power cut left of a line must not spoil the next one. */
  private static void endTornLine(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.read(last, channel.size() - 1);
    }
    if (last.get(0) != '\n') {
      append(file, new byte[] {'\n'});
    }
  }

  private static void append(Path file, byte[] line) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
  }

  /** Hands on the lines of a folder, the oldest first, of calls at or after a time. */
  public static void read(Path folder, Instant since, Consumer<String> lines) {
    LocalDate first = LocalDate.ofInstant(since, ZoneOffset.UTC);
    try {
      for (Path file : files(folder)) {
        if (!dayOf(file).orElseThrow().isBefore(first)) {
          try (Stream<String> each = Files.lines(file)) {
            each.filter(line -> !timeOf(line).isBefore(since)).forEach(lines);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the audit log in " + folder, e);
    }
  }

  private static Instant timeOf(String line) {
    try {
      return Instant.parse(JSON.readTree(line).path("eventTime").asText());
    } catch (JsonProcessingException | java.time.DateTimeException cut) {
      return Instant.MAX; // by a power cut: shown, for it is evidence, too
    }
  }

  /** Its days, the oldest first. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> dayOf(file).isPresent()).sorted().toList();
    }
  }

  private static Optional<LocalDate> dayOf(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Optional.of(LocalDate.parse(name.group(1))) : Optional.empty();
  }
}

package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access keys in a file that others keep, such as a mounted secret. It has the form of AWS's
 * credentials file, with a role:
 *
 * <pre>{@code
 * [label]
 * aws_access_key_id = AKIA…
 * aws_secret_access_key = …
 * role = viewer
 * }</pre>
 *
 * <p>A changed file counts from the next request on; one that cannot be used is told of in the log,
 * and the keys read before it go on. Only its owner may be able to read it.
 */
public final class FileAccessKeys implements AccessKeys {
  private static final Logger LOG = LoggerFactory.getLogger(FileAccessKeys.class);

  private final Path file;
  private volatile Keys keys;

  private record Version(Instant modified, long size, String identity) {}

  private record Keys(Version version, Map<String, NewAccessKey> byId) {}

  private FileAccessKeys(Path file, Keys keys) {
    this.file = file;
    this.keys = keys;
  }

  /**
   * Reads the file.
   *
   * @throws AccessException when it cannot be used, or others may read it
   */
  public static FileAccessKeys open(Path file) {
    requireNonNull(file, "file");
    try {
      return new FileAccessKeys(file, read(file, versionOf(file)));
    } catch (IOException e) {
      throw new AccessException("cannot read the access keys of " + file, e);
    }
  }

  private static Version versionOf(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Version(
        attributes.lastModifiedTime().toInstant(),
        attributes.size(),
        String.valueOf(attributes.fileKey()));
  }

  private static Keys read(Path file, Version version) throws IOException {
    return new Keys(
        version,
        CredentialsFile.read(file).stream()
            .collect(Collectors.toUnmodifiableMap(made -> made.key().id(), Function.identity())));
  }

  private Map<String, NewAccessKey> current() {
    Keys held = keys;
    try {
      Version version = versionOf(file);
      if (!version.equals(held.version())) {
        keys = new Keys(version, held.byId()); // whatever it is, it is told of once
        keys = read(file, version);
      }
    } catch (IOException | AccessException e) {
      LOG.warn("the access keys read before go on: {}", e.getMessage());
    }
    return keys.byId();
  }

  @Override
  public Optional<Credential> find(String id) {
    return Optional.ofNullable(current().get(id))
        .filter(made -> made.key().active())
        .map(made -> new Credential(made.key().caller(), made.secret()));
  }

  @Override
  public List<AccessKey> list() {
    return current().values().stream()
        .map(NewAccessKey::key)
        .sorted(
            Comparator.comparing(AccessKey::label)
                .thenComparing(AccessKey::created)
                .thenComparing(AccessKey::id))
        .toList();
  }

  /** Not kept: the file is others'. */
  @Override
  public void used(String id, Instant when) {}
}

package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the form of AWS's own credentials file, with a role beside each key. */
final class CredentialsFile {
  private static final Set<String> NAMES =
      Set.of("aws_access_key_id", "aws_secret_access_key", "role", "created", "active");

  private final Path file;
  private final Instant modified;

  private CredentialsFile(Path file, Instant modified) {
    this.file = file;
    this.modified = modified;
  }

  static List<NewAccessKey> read(Path file) throws IOException {
    Instant modified = Files.getLastModifiedTime(file).toInstant();
    String text = new String(PrivateFile.read(file), UTF_8);
    return new CredentialsFile(file, modified).parse(text);
  }

  private record Section(int line, String label, Map<String, String> values) {}

  private List<NewAccessKey> parse(String text) {
    List<NewAccessKey> keys = new ArrayList<>();
    for (Section section : sections(text)) {
      keys.add(key(section));
    }
    checkTogether(keys);
    return keys;
  }

  private List<Section> sections(String text) {
    List<Section> sections = new ArrayList<>();
    int number = 0;
    for (String whole : text.lines().toList()) {
      number++;
      String line = whole.strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        String label = line.substring(1, line.length() - 1).strip();
        sections.add(new Section(number, label, new HashMap<>()));
      } else if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(";")) {
        if (sections.isEmpty()) {
          throw wrong(number, "a [label] must come first");
        }
        take(line, number, sections.get(sections.size() - 1));
      }
    }
    return sections;
  }

  private void take(String line, int number, Section section) {
    int equals = line.indexOf('=');
    String name = equals < 0 ? "" : line.substring(0, equals).strip();
    if (!NAMES.contains(name)) { // not told: it may be a secret
      throw wrong(
          number, "a line is NAME = VALUE, NAME one of " + NAMES.stream().sorted().toList());
    }
    if (section.values().put(name, line.substring(equals + 1).strip()) != null) {
      throw wrong(number, name + " is there twice; a second key begins with its own [label]");
    }
  }

  private NewAccessKey key(Section section) {
    try {
      AccessKey key =
          new AccessKey(
              required(section, "aws_access_key_id"),
              Role.of(required(section, "role")),
              section.label(),
              created(section),
              null,
              active(section));
      return new NewAccessKey(key, Secret.of(required(section, "aws_secret_access_key")));
    } catch (AccessException e) {
      throw wrong(section.line(), String.valueOf(e.getMessage()));
    }
  }

  private static String required(Section section, String name) {
    String value = section.values().getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new AccessException("[" + section.label() + "] has no " + name);
    }
    return value;
  }

  private Instant created(Section section) {
    String text = section.values().get("created");
    try {
      return text == null ? modified : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new AccessException("created must be a time such as 2026-11-20T10:00:00Z");
    }
  }

  private static boolean active(Section section) {
    String text = section.values().getOrDefault("active", "true");
    if (!text.equals("true") && !text.equals("false")) {
      throw new AccessException("active must be true or false");
    }
    return text.equals("true");
  }

  private void checkTogether(List<NewAccessKey> keys) {
    Set<String> ids = new HashSet<>();
    Map<String, Integer> live = new HashMap<>();
    for (NewAccessKey made : keys) {
      AccessKey key = made.key();
      if (!ids.add(key.id())) {
        throw new AccessException(file + ": access key " + key.id() + " is there twice");
      }
      if (key.active() && live.merge(key.label(), 1, Integer::sum) > AccessKey.MOST_OF_A_LABEL) {
        throw new AccessException(
            file + ": '" + key.label() + "' has more than two live keys; one is to go");
      }
    }
  }

  private AccessException wrong(int line, String what) {
    return new AccessException(file + ", line " + line + ": " + what);
  }
}

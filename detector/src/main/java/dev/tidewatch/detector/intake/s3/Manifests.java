package dev.tidewatch.detector.intake.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.detector.intake.Completeness;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.path.PathTemplate;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The manifests our own job writes after an interval's file, in {@code manifests/yyyy/MM/dd/}
 * beside the data. Where that is, is found out once; while nothing is found, again every hour,
 * because the job may begin later than the detector.
 */
final class Manifests {
  private static final Duration ASK_AGAIN = Duration.ofHours(1);
  private static final int VERSION = 1;
  private static final int MOST_BYTES = 64 * 1024;
  private static final String FOLDER = "manifests/";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final S3Objects objects;
  private final PathTemplate template;
  private final Clock clock;
  private @Nullable S3Address location;
  private Instant askAgain = Instant.MIN;

  Manifests(S3Objects objects, PathTemplate template, Clock clock) {
    this.objects = objects;
    this.template = template;
    this.clock = clock;
  }

  /**
   * What is known of an interval.
   *
   * @throws S3Refusal when its manifest cannot be understood
   */
  Completeness of(Interval interval) throws S3Refusal {
    Optional<S3Address> found = location();
    if (found.isEmpty()) {
      return new Completeness.Unknown(false);
    }
    S3Address root = found.get();
    S3Address key =
        new S3Address(
            root.bucket(),
            root.key()
                + FOLDER
                + DAY.format(interval.start())
                + SharedFolder.name(interval.start())
                + ".json");
    byte[] bytes;
    try {
      bytes = objects.beginning(key, MOST_BYTES);
    } catch (S3Refusal absent) { // without s3:ListBucket it is "denied" when it is not there
      return new Completeness.Unknown(true);
    }
    return completeness(parse(key, bytes), root, key);
  }

  private static Completeness completeness(JsonNode json, S3Address root, S3Address key)
      throws S3Refusal {
    if (json.path("empty").asBoolean()) {
      return new Completeness.EmptyByRight();
    }
    String object = json.path("object").asText("");
    String sha256 = json.path("sha256").asText("");
    if (object.isEmpty() || sha256.isEmpty()) {
      throw notUnderstood(key);
    }
    try {
      S3Address named = new S3Address(root.bucket(), root.key() + object);
      return new Completeness.Complete(named, json.path("rows").asLong(), sha256);
    } catch (IllegalArgumentException noAddress) {
      throw notUnderstood(key);
    }
  }

  private static JsonNode parse(S3Address key, byte[] bytes) throws S3Refusal {
    try {
      JsonNode json = JSON.readTree(bytes);
      if (json != null && json.path("version").asInt() == VERSION) {
        return json;
      }
    } catch (IOException notJson) {
      throw notUnderstood(key);
    }
    throw notUnderstood(key);
  }

  private static S3Refusal notUnderstood(S3Address key) {
    return new S3Refusal("Manifest " + key + " cannot be understood", false);
  }

  private synchronized Optional<S3Address> location() {
    if (location == null && !clock.instant().isBefore(askAgain)) {
      for (S3Address candidate : candidates(template)) {
        if (isLocation(candidate)) {
          location = candidate;
          break;
        }
      }
      askAgain = clock.instant().plus(ASK_AGAIN);
    }
    return Optional.ofNullable(location);
  }

  /** The folders the layout may begin in: the deepest first, after the parent of {@code data/}. */
  static List<S3Address> candidates(PathTemplate template) {
    String text = template.template();
    int variable = text.indexOf("{{");
    String literal = text.substring(0, text.lastIndexOf('/', variable) + 1);
    List<S3Address> folders = new ArrayList<>();
    int root = literal.indexOf('/', "s3://".length());
    for (int end = literal.length() - 1; end >= root; end = literal.lastIndexOf('/', end - 1)) {
      folders.add(S3Address.of(literal.substring(0, end + 1)));
    }
    int data = literal.lastIndexOf("/data/");
    if (data >= root) {
      S3Address usual = S3Address.of(literal.substring(0, data + 1));
      folders.remove(usual);
      folders.add(0, usual);
    }
    return folders;
  }

  /** Whether manifests lie there, and tell of objects the template leads to. */
  private boolean isLocation(S3Address candidate) {
    try {
      Optional<S3Objects.Entry> first =
          objects.firstBeginningWith(new S3Address(candidate.bucket(), candidate.key() + FOLDER));
      if (first.isEmpty()) {
        return false;
      }
      S3Address key = first.get().address();
      String object = parse(key, objects.beginning(key, MOST_BYTES)).path("object").asText("");
      return template.localStart(candidate + object).isPresent();
    } catch (S3Refusal notForUs) {
      return false;
    }
  }
}

package dev.tidewatch.setup.doctor;

import dev.tidewatch.setup.blueprint.Blueprint;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/** The paths of a file's dataset. */
final class Paths {
  private Paths() {}

  static Optional<S3SourceConfig> source(Blueprint blueprint) {
    return Optional.ofNullable(blueprint.dataset().metricSource().s3SourceConfig());
  }

  static Optional<String> live(Blueprint blueprint) {
    return source(blueprint).flatMap(source -> source.templatedPathList().stream().findFirst());
  }

  static Optional<String> history(Blueprint blueprint) {
    return source(blueprint)
        .flatMap(source -> source.historicalDataPathList().stream().findFirst());
  }

  static Set<String> buckets(Blueprint blueprint) {
    Set<String> buckets = new TreeSet<>();
    live(blueprint).map(Paths::bucket).ifPresent(buckets::add);
    history(blueprint).map(Paths::bucket).ifPresent(buckets::add);
    return buckets;
  }

  static String bucket(String path) {
    return path.substring("s3://".length()).split("/", 2)[0];
  }

  /** What keys in the bucket begin with. */
  static String prefix(String path) {
    String key =
        path.substring("s3://".length()).split("/", 2).length > 1
            ? path.substring("s3://".length()).split("/", 2)[1]
            : "";
    return key.isEmpty() || key.endsWith("/") ? key : key + "/";
  }
}

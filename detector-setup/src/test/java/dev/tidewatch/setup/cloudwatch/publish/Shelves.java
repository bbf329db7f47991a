package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.aws.Stop;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.cloudwatch.Sky;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** The interval files of one file of a web shop, and what CloudWatch has of them. */
final class Shelves {
  private final Sky sky;
  private final Blueprint blueprint;
  private final Place place;
  private final List<Duration> pauses = new ArrayList<>();

  Shelves(Sky sky, Blueprint blueprint) {
    this.sky = sky;
    this.blueprint = blueprint;
    this.place = Place.of(blueprint.metricSet().orElseThrow(), blueprint.cloudWatch().namespace());
  }

  Publisher publisher() {
    return publisher(InstantSource.system(), new Stop());
  }

  /** One to which it is later than it is. */
  Publisher later(Duration time) {
    return publisher(InstantSource.offset(InstantSource.system(), time), new Stop());
  }

  Publisher publisher(InstantSource clock, Stop stop) {
    return new Publisher(
        blueprint, sky.clients(), new Patience(Duration.ofMinutes(5), pauses::add), clock, stop);
  }

  List<Duration> pauses() {
    return pauses;
  }

  void put(Interval interval, String... rows) {
    String text =
        "event_time,platform,marketplace,views,latency\n" + String.join("\n", rows) + "\n";
    sky.clients()
        .s3()
        .putObject(
            ask -> ask.bucket("shop-data").key(place.file(interval)), RequestBody.fromString(text));
  }

  /** What CloudWatch answers for one interval. */
  Datapoint get(Instant start, String measure, Dimension... dimensions) {
    List<Datapoint> found =
        sky.clients()
            .cloudWatch()
            .getMetricStatistics(
                ask ->
                    ask.namespace(blueprint.cloudWatch().namespace())
                        .metricName(measure)
                        .dimensions(dimensions)
                        .startTime(start)
                        .endTime(start.plus(Duration.ofMinutes(5)))
                        .period(300)
                        .statistics(
                            Statistic.SUM,
                            Statistic.AVERAGE,
                            Statistic.SAMPLE_COUNT,
                            Statistic.MINIMUM,
                            Statistic.MAXIMUM))
            .datapoints();
    return found.isEmpty() ? Datapoint.builder().sampleCount(0.0).build() : found.get(0);
  }
}

package dev.tidewatch.metricset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricSetTest {
  @Test
  void derivesTheOffsetOfItsDetector() {
    assertThat(
            metricSet("views", Duration.ofMinutes(2))
                .detectorOffset(Duration.ofMinutes(1), Duration.ofSeconds(30)))
        .hasSeconds(280);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0.5S", "PT119H50M1S"})
  void refusesALatenessNoDetectorCanAllow(Duration lateness) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> metricSet("views", lateness))
        .withMessageContaining(lateness.toString());
  }

  @Test
  void refusesTwoColumnsOfOneName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> metricSet("place", Duration.ZERO))
        .withMessage("two columns are named 'place'");
  }

  @Test
  void namesItsColumnsAsADetectorDoes() {
    assertThat(ColumnName.parse("x".repeat(63))).isPresent();
    assertThat(ColumnName.parse("x".repeat(64))).isEmpty();
    assertThat(ColumnName.parse("_x")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Dimension.of("größe"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measure("m", "m", Aggregation.SUM, 13))
        .withMessageContaining("not 13");
  }

  @ParameterizedTest
  @CsvSource({
    "email, a@b.org",
    "sms, +491234567",
    "https, https://x.org/hook",
    "http, http://x.org",
    "sqs, arn:aws:sqs:eu-west-1:1:q",
    "lambda, arn:aws:lambda:eu-west-1:1:function:f"
  })
  void takesTheSubscribersOfTopics(String protocol, String endpoint) {
    assertThat(new Alert.Subscriber(protocol, endpoint).endpoint()).isEqualTo(endpoint);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Alert.Subscriber(protocol, "nowhere"))
        .withMessageContaining("'nowhere' is no endpoint of protocol " + protocol);
  }

  @ParameterizedTest
  @CsvSource({
    "s3://bucket/, slash at its end", "s3://my.bucket, has a dot", "s3://b, no bucket name",
    "s3:/x, names no bucket", "ftp://x/y, is neither", "data, is neither",
    "s3://bucket/a.b, character 14:"
  })
  void refusesLocationsADetectorCannotRead(URI location, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutputLocation(location, PathTemplate.of("{{yyyyMMdd}}")))
        .withMessageContaining(problem);
  }

  private static MetricSet metricSet(String measure, Duration lateness) {
    return new MetricSet(
        "shop",
        new StreamName("live"),
        new RecordFormat.Json(),
        new TimestampColumn(
            "at", "at", TimestampFormat.of("yyyy-MM-dd HH:mm:ss"), ZoneId.of("UTC")),
        List.of(Dimension.of("place")),
        List.of(Measure.of(measure, Aggregation.SUM)),
        IntervalLength.PT5M,
        lateness,
        new OutputLocation(
            URI.create("file:///srv/data"), PathTemplate.of("{{yyyyMMdd}}/{{HHmm}}")),
        Optional.empty());
  }
}

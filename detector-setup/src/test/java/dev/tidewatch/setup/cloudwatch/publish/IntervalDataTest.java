package dev.tidewatch.setup.cloudwatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.cloudwatch.Sky;
import dev.tidewatch.setup.cloudwatch.Web;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalDataTest {
  private static final Blueprint WEB = Sky.blueprint(Web.file("web"));
  private static final String HEADER = "event_time,platform,marketplace,views,latency\n";

  private static IntervalData data(String rows) {
    List<Row> read = new RowReader(WEB.metricSet().orElseThrow()).read(HEADER + rows, "file");
    return IntervalData.of(WEB.cloudWatch(), read);
  }

  private static List<String> series(IntervalData data) {
    return data.data().stream().map(datum -> datum.series().text()).toList();
  }

  @Test
  void leavesOutDimensionValuesThatCloudWatchRefusesButCountsTheirRowsInTheTotal() {
    IntervalData data = data("t,appé,us,1,\nt,\" \",us,2,\nt,app,us,4,\n");
    assertThat(series(data))
        .containsExactly(
            "views",
            "views, marketplace=us",
            "views, marketplace=us, platform=app",
            "views, platform=app");
    assertThat(data.data().get(0).sum()).isEqualByComparingTo("7");
    assertThat(data.leftOut()).isEqualTo(4);
  }

  @Test
  void leavesOutNumbersThatCloudWatchRefuses() {
    IntervalData data = data("t,app,us,1e200,3\n");
    assertThat(series(data)).noneMatch(text -> text.startsWith("views"));
    assertThat(data.leftOut()).isEqualTo(4);
  }

  @Test
  void readsQuotedValuesAndLineBreaksInThem() {
    IntervalData data = data("t,\"a,\"\"b\",us,1.5,\nt,\"x\ny\",us,2,\n");
    assertThat(series(data)).contains("views, platform=a,\"b");
    assertThat(data.rows()).isEqualTo(2);
    assertThat(data.leftOut()).isEqualTo(2);
  }

  @Test
  void sendsNoMoreInARequestThanCloudWatchTakes() {
    String rows =
        IntStream.range(0, 1200)
            .mapToObj(i -> "t,p" + i + ",m" + i + ",1,2\n")
            .collect(Collectors.joining());
    IntervalData data = data(rows);
    assertThat(data.data()).hasSize(2 * (1 + 1200 + 1200 + 1200));
    assertThat(data.batches()).allMatch(batch -> batch.size() <= 1000);
    assertThat(data.batches().stream().flatMap(List::stream))
        .containsExactlyElementsOf(data.data());
  }
}

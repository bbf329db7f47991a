package dev.tidewatch.setup.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.setup.cloudwatch.Sky;
import dev.tidewatch.setup.cloudwatch.Web;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people ask of a file that CloudWatch watches. */
class CloudWatchDayTest {
  @TempDir static Path folder;
  private static Sky sky;

  @BeforeAll
  static void start() {
    sky = new Sky(folder.resolve("sky"));
  }

  @AfterAll
  static void stop() {
    sky.close();
  }

  private static String file(String name) {
    return Cli.file(folder, name + ".yaml", Web.file(name));
  }

  private static Cli cloudWatch(String command, String file, String... more) {
    String[] start = {command, "-f", file, "--target", "cloudwatch"};
    String[] all = java.util.Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return Cli.run(all);
  }

  @Test
  void saysHowAlarmsAndModelsAre() throws IOException {
    String file = file("seen");
    assertThat(cloudWatch("apply", file, "--yes").code()).isZero();
    assertThat(cloudWatch("status", file).out())
        .contains("tidewatch/seen/band/views", "INSUFFICIENT_DATA")
        .contains("Shop/seen views{} Sum")
        .contains("seen-anomalies → sqs");
    JsonNode json = new ObjectMapper().readTree(cloudWatch("status", file, "-o", "json").out());
    assertThat(json.path("alarms")).hasSize(5);
    assertThat(json.path("models")).hasSize(2);
    assertThat(json.path("subscriptions")).hasSize(1);
  }

  @Test
  void saysThatThereIsNoAlarmYet() {
    Cli status = cloudWatch("status", file("early"));
    assertThat(status.code()).isEqualTo(ExitCodes.NOT_FOUND);
    assertThat(status.err()).contains("no alarm of 'early' yet", "apply --target cloudwatch");
  }

  @Test
  void looksAtCloudWatchInPlaceOfADetectorServer() {
    String file = file("looked");
    assertThat(cloudWatch("apply", file, "--yes").code()).isZero();
    assertThat(cloudWatch("doctor", file).out())
        .contains("✓ CloudWatch at: http", "✓ EventBridge at: http", "✓ bucket shop-data: there")
        .contains("✓ CloudWatch alarm tidewatch/looked/band/views: as the file says")
        .doesNotContain("detector server");
  }

  @Test
  void doctorGoesOnWhereNothingCanBePlanned() {
    String unpublished =
        Cli.file(
            folder,
            "unpublished.yaml",
            Web.file("unpublished")
                    .replaceAll("(?m)^(stream|records|output):.*\\n", "")
                    .replaceAll("(?s)cloudwatch:.*", "")
                + "detector:\n  dataset:\n    source:\n      s3: {path: 's3://shop-data/{{yyyyMMdd}}/{{HHmm}}/'}\n");
    Cli doctor = cloudWatch("doctor", unpublished);
    assertThat(doctor.code()).as(doctor.err()).isEqualTo(ExitCodes.FAILED);
    assertThat(doctor.out())
        .contains("✗ roles, topics and subscriptions: nobody publishes these metrics");
  }
}

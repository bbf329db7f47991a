package dev.tidewatch.evaluation.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.timing.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CubeTaskTest {
  private static final long START = 1_767_225_600;
  private static final int EVENT = 500;

  @TempDir private Path folder;

  @Test
  void writesTheGroupsItFindsWithWhatExplainsThem() throws Exception {
    write(600);

    Timing timing = new CubeTask(folder, folder.resolve("results")).call();

    assertThat(timing.points()).isEqualTo(600L * (1 + 2 + 3 + 6));
    JsonNode group =
        groups().stream()
            .filter(each -> each.get("start").asLong() == START + EVENT * 3600L)
            .findFirst()
            .orElseThrow();
    assertThat(group.get("measure").asText()).isEqualTo("orders");
    assertThat(group.get("severity").asDouble()).isBetween(70.0, 100.0);
    List<String> named = new ArrayList<>();
    for (JsonNode each : group.get("contributions")) {
      if (each.get("score").asDouble() >= 50) {
        named.add(each.get("dimension").asText() + "=" + each.get("value").asText());
      }
    }
    assertThat(named).containsExactly("platform=ios");
  }

  @Test
  void takesRowsInTheOrderOfTimeWhateverTheirOrderInTheFile() throws Exception {
    write(520);
    new CubeTask(folder, folder.resolve("results")).call();
    List<JsonNode> sorted = groups();
    List<String> lines = Files.readAllLines(folder.resolve("data.csv"));
    List<String> turned = new ArrayList<>(lines.subList(1, lines.size()));
    turned.sort((one, other) -> other.substring(0, 10).compareTo(one.substring(0, 10)));
    turned.add(0, lines.get(0));
    Files.write(folder.resolve("data.csv"), turned);

    new CubeTask(folder, folder.resolve("results")).call();

    assertThat(groups()).isEqualTo(sorted);
  }

  @Test
  void saysWhatAFolderLacks() throws Exception {
    Files.writeString(folder.resolve("meta.json"), "{}");

    assertThatThrownBy(() -> new CubeFolder(folder))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("has neither data.csv nor data.csv.gz");
  }

  private void write(int intervals) throws IOException {
    Files.writeString(
        folder.resolve("meta.json"),
        """
        {"interval":3600,"dims":["platform","marketplace"],"measures":["orders"],
         "aggregation":{"orders":"SUM"}}
        """);
    List<String> lines = new ArrayList<>(List.of("timestamp,platform,marketplace,orders"));
    for (int interval = 0; interval < intervals; interval++) {
      for (String platform : List.of("ios", "web")) {
        for (int place = 1; place <= 3; place++) {
          lines.add(line(interval, platform, place));
        }
      }
    }
    Files.write(folder.resolve("data.csv"), lines);
  }

  private static String line(int interval, String platform, int place) {
    long noise = (interval * 7919L + place * 104_729L + platform.length() * 31L) % 41;
    boolean event = interval >= EVENT && interval < EVENT + 3 && platform.equals("ios");
    double value = (1000 * place + 200.0 * (interval % 24) + noise * place) * (event ? 0.2 : 1);
    return "%d,%s,m%d,%s".formatted(START + interval * 3600L, platform, place, value);
  }

  private List<JsonNode> groups() throws IOException {
    List<JsonNode> groups = new ArrayList<>();
    Path file = folder.resolve("results").resolve("cube").resolve(folder.getFileName() + ".jsonl");
    for (String line : Files.readAllLines(file)) {
      groups.add(new ObjectMapper().readTree(line));
    }
    return groups;
  }
}

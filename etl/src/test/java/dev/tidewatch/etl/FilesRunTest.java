package dev.tidewatch.etl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.deliver.CommitObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a folder of files: the whole job but the stream. */
class FilesRunTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeInput() throws IOException {
    Files.writeString(
        folder.resolve("shop.yaml"),
        """
        name: shop
        stream: {name: orders}
        records: {format: CSV, columns: [event_time, platform, views]}
        timestamp: {column: event_time, format: 'yyyy-MM-dd HH:mm:ss', zone: UTC}
        dimensions: [platform]
        measures: [views]
        interval: PT5M
        lateness: PT1M
        output:
          location: %s
          layout: data/{{yyyyMMdd}}/{{HHmm}}/
        """
            .formatted(folder.resolve("out").toUri()));
    Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in/a.csv"),
        """
        2026-11-20 10:01:00,ios,1
        2026-11-20 10:02:00,ios,2
        nonsense
        2026-11-20 10:11:00,web,4
        """);
  }

  @Test
  void publishesEveryIntervalOfAFolderOfFiles() throws IOException {
    assertThat(run("checkpoint")).isZero();
    assertThat(tree("out/data"))
        .containsExactly(
            Map.entry("20261120/1000/", "event_time,platform,views\n2026-11-20 10:00:00,ios,3\n"),
            Map.entry("20261120/1005/", "event_time,platform,views\n"),
            Map.entry("20261120/1010/", "event_time,platform,views\n2026-11-20 10:10:00,web,4\n"));
    assertThat(audit()).isZero();
  }

  @Test
  void readsOnlyWhatIsNewWhenRunAgain() throws IOException {
    assertThat(run("checkpoint")).isZero();
    Files.writeString(
        folder.resolve("in/b.csv"), "2026-11-20 10:09:00,ios,8\n2026-11-20 10:16:00,ios,8\n");
    assertThat(run("checkpoint")).isZero();
    assertThat(tree("out/data").lastEntry())
        .isEqualTo(
            Map.entry("20261120/1015/", "event_time,platform,views\n2026-11-20 10:15:00,ios,8\n"));
    assertThat(tree("out/late").values())
        .singleElement()
        .asString()
        .contains("2026-11-20T10:05:00Z");
    assertThat(audit()).isZero();
  }

  @Test
  void aDimensionOfEverNewValuesCostsDetailAndNoRecord() throws IOException {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      records.append("2026-11-20 10:02:00,request-").append(i).append(",1\n");
    }
    Files.writeString(folder.resolve("in/a.csv"), records);
    assertThat(run("checkpoint")).isZero();
    assertThat(tree("out/data").get("20261120/1000/").lines())
        .hasSize(1 + 15_000)
        .contains("2026-11-20 10:00:00,other,25001");
    assertThat(audit()).isZero();
  }

  @Test
  void aDryRunTellsWhatARunWouldAndWritesNothing() throws IOException {
    assertThat(run("checkpoint", "--dry-run")).isZero();
    assertThat(folder.resolve("checkpoint")).doesNotExist();
    assertThat(run("checkpoint")).isZero();
    Map<Path, FileTime> before = written();
    assertThat(run("checkpoint", "--dry-run")).isZero();
    assertThat(run("another", "--dry-run")).isEqualTo(1);
    assertThat(run("another", "--dry-run", "--adopt")).isZero();
    assertThat(written()).isEqualTo(before);
    assertThat(folder.resolve("another")).doesNotExist();
    assertThat(run("another")).isEqualTo(1);
  }

  private int run(String checkpoint, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        0,
        List.of(
            "run",
            "--metric-set",
            folder.resolve("shop.yaml").toString(),
            "--files",
            folder.resolve("in").toUri().toString(),
            "--checkpoint",
            folder.resolve(checkpoint).toString()));
    return etl(arguments.toArray(String[]::new));
  }

  private int audit() {
    return etl("audit", "--metric-set", folder.resolve("shop.yaml").toString());
  }

  /** When each file of the output was written. */
  private Map<Path, FileTime> written() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve("out")).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  /** The contents of files by their folder, which has one each. */
  private TreeMap<String, String> tree(String place) throws IOException {
    TreeMap<String, String> contents = new TreeMap<>();
    Path top = folder.resolve(place);
    try (Stream<Path> files = Files.walk(top).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        contents.put(top.relativize(file.getParent()) + "/", Files.readString(file));
      }
    }
    return contents;
  }

  private static int etl(String... arguments) {
    return EtlCommand.execute(CommitObserver.NONE, arguments);
  }
}

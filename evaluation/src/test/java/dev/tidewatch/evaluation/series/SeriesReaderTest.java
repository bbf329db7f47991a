package dev.tidewatch.evaluation.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.evaluation.DataFolder;
import dev.tidewatch.evaluation.file.DataFile;
import dev.tidewatch.evaluation.file.MalformedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesReaderTest {
  @TempDir Path folder;

  @Test
  void readsSecondsAndWallClocksAlike() {
    TimeSeries seconds = read("a.csv", "timestamp,value\n1396310700,1.5\n");
    TimeSeries wallClock = read("b.csv", "Timestamp,value\n2014-04-01 00:05:00,1.5\n");
    TimeSeries withFraction = read("c.csv", "timestamp,value\n2014-04-01T00:05:00.000000Z,1.5\n");
    assertThat(seconds.timestamp(0)).isEqualTo(Instant.parse("2014-04-01T00:05:00Z"));
    assertThat(wallClock.timestamp(0)).isEqualTo(seconds.timestamp(0));
    assertThat(withFraction.timestamp(0)).isEqualTo(seconds.timestamp(0));
    assertThat(wallClock.value(0)).isEqualTo(1.5);
  }

  @Test
  void readsPackedFilesWithColumnsInAnyOrder() {
    TimeSeries series = read("a.csv.gz", "value,note,timestamp\n\"2\",x,60\n3,y,120\n");
    assertThat(series.size()).isEqualTo(2);
    assertThat(series.value(1)).isEqualTo(3);
  }

  @Test
  void takesAnEmptyCellAsNoValue() {
    assertThat(read("a.csv", "timestamp,value\n60,\n120,2\n").value(0)).isNaN();
  }

  @Test
  void saysWhereAValueIsNoNumber() {
    assertThatThrownBy(() -> read("a.csv", "timestamp,value\n60,1\n120,much\n"))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("a.csv, line 3: 'much' is no number");
  }

  @Test
  void saysHowATimestampIsWritten() {
    assertThatThrownBy(() -> read("a.csv", "timestamp,value\n1.4.2014,1\n"))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("line 2: '1.4.2014' is no timestamp; write seconds since 1970");
  }

  @Test
  void saysWhichColumnIsMissing() {
    assertThatThrownBy(() -> read("a.csv", "time,count\n60,1\n"))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("no column value, only time, count");
  }

  @Test
  void refusesFilesWithoutRows() {
    assertThatThrownBy(() -> read("a.csv", "timestamp,value\n"))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("no rows");
    assertThatThrownBy(() -> read("b.csv", ""))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("is empty");
  }

  private TimeSeries read(String name, String content) {
    new DataFolder(folder).file(name, content);
    return SeriesReader.read(new DataFile(name, folder.resolve(name)));
  }

  @Test
  void readsWhatASpreadsheetMarksAsUnicode() {
    assertThat(read("a.csv", "\uFEFFtimestamp,value\r\n60,1\r\n").value(0)).isEqualTo(1);
  }

  @Test
  void refusesDaysThatNoMonthHas() {
    assertThatThrownBy(() -> read("a.csv", "timestamp,value\n2020-02-30 00:00:00,1\n"))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("line 2: '2020-02-30 00:00:00' is no timestamp");
  }

  @Test
  void saysThatAPackedFileIsCutOff() throws IOException {
    Files.createFile(folder.resolve("a.csv.gz"));
    DataFile file = new DataFile("a.csv", folder.resolve("a.csv.gz"));
    assertThatThrownBy(() -> SeriesReader.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageEndingWith("a.csv.gz: it ends too early");
  }

  @Test
  void aFileInBothFormsIsOneFile() {
    new DataFolder(folder).file("a.csv", "plain").file("a.csv.gz", "packed").file("b.csv.gz", "");
    assertThat(DataFile.below(folder, ".csv"))
        .extracting(file -> folder.relativize(file.path()).toString())
        .containsExactly("a.csv", "b.csv.gz");
  }
}

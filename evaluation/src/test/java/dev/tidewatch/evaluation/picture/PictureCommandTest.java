package dev.tidewatch.evaluation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.evaluation.DataFolder;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import picocli.CommandLine;

class PictureCommandTest {
  private static final int ROWS = 1000;
  private static final int SPIKE = 800;

  @TempDir Path folder;

  @Test
  void drawsWellFormedPages() throws Exception {
    String page = page("a&b<c>'", "kpi/cmd/labels/none.csv", "label\n");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
    assertThat(page).contains("prefers-color-scheme: dark").doesNotContain("NaN", "Infinity");
  }

  @Test
  void escapesNames() throws Exception {
    assertThat(page("a&b<c>'", "kpi/cmd/labels/none.csv", "label\n"))
        .contains("kpi/cmd/a&amp;b&lt;c&gt;&#39;")
        .doesNotContain("b<c>");
  }

  @Test
  void saysWhatWasFoundAndWhatWasMissed() throws Exception {
    String page = page("a", "kpi/cmd/labels/a.csv", DataFolder.labels(ROWS, 600, SPIKE));
    assertThat(page).contains("found: 1", "missed: 1", "rect class=\"found\"", "2023-12-18 08:00");
  }

  @Test
  void saysWhichAlertsAreFalse() throws Exception {
    String page = page("a", "kpi/cmd/labels/a.csv", DataFolder.labels(ROWS, 600));
    assertThat(page).contains("false alert: ", "rect class=\"false-alert\"");
  }

  @Test
  void judgesNoAlertWithoutLabels() throws Exception {
    assertThat(page("a", "kpi/cmd/labels/none.csv", "label\n"))
        .contains("<td>kpi/cmd/a</td>")
        .doesNotContain("false alert", ">missed<", "missed: 1");
  }

  @Test
  void drawsTheWorstOfASet() throws Exception {
    new DataFolder(folder)
        .file("kpi/cmd/series/a.csv", DataFolder.hourly(ROWS, SPIKE))
        .file("kpi/cmd/labels/a.csv", DataFolder.labels(ROWS, 600));
    assertThat(run("--data", folder + "", "--results", folder + "/out", "--set", "kpi/cmd"))
        .isEqualTo("");
    assertThat(folder.resolve("out/pictures/kpi/cmd-worst.html"))
        .content()
        .contains("The worst of kpi/cmd", ">missed</a>", ">false alert</a>");
  }

  private String page(String name, String labelsFile, String labels) throws Exception {
    new DataFolder(folder)
        .file("kpi/cmd/series/" + name + ".csv.gz", DataFolder.hourly(ROWS, SPIKE))
        .file(labelsFile, labels);
    Path out = folder.resolve("page.html");
    String errors = run("--data", folder + "", "--series", "kpi/cmd/" + name, "-o", out + "");
    assertThat(errors).isEmpty();
    return Files.readString(out);
  }

  private static String run(String... arguments) {
    StringWriter err = new StringWriter();
    new CommandLine(new PictureCommand())
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err))
        .execute(arguments);
    return err.toString();
  }
}

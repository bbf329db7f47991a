package dev.tidewatch.setup.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.SetupCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class ImportCommandTest {
  private static final Path TEMPLATES = Path.of("src/test/resources/cloudformation");
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return SetupCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .execute(arguments);
  }

  private static String template(String name) {
    return TEMPLATES.resolve(name).toString();
  }

  @Test
  void aTemplateBecomesAFileWhichBecomesATemplate() throws IOException {
    Path yaml = folder.resolve("shop.yaml");
    Path exported = folder.resolve("exported.json");
    assertThat(run("import", "--template", template("shop-alerts.yaml"), "--to", yaml.toString()))
        .isZero();
    assertThat(yaml).hasSameTextualContentAs(TEMPLATES.resolve("expected/shop-alerts.yaml"));
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("left out: Outputs.DetectorArn");
    assertThat(run("validate", "-f", yaml.toString())).isZero();
    assertThat(run("export", "-f", yaml.toString(), "--json", "--to", exported.toString()))
        .isZero();
    out.getBuffer().setLength(0);
    assertThat(run("import", "--template", exported.toString())).isZero();
    assertThat(out.toString()).isEqualTo(Files.readString(yaml));
  }

  @Test
  void severalDetectorsBecomeAFileEachInAFolder() {
    String[] command = {
      "import",
      "--template",
      template("stack-names.yaml"),
      "--stack-name",
      "shop",
      "--parameter",
      "AWS::Region=us-east-1",
      "--parameter",
      "AWS::AccountId=111122223333"
    };
    assertThat(run(command)).isEqualTo(2);
    assertThat(err.toString())
        .contains("the template has the detectors Web, Other: choose with --detector");
    assertThat(run(with(command, "--to", folder.toString()))).as(err.toString()).isZero();
    assertThat(folder.resolve("shop-live.yaml")).exists();
    assertThat(folder.resolve("other.yaml")).exists();
    assertThat(run(with(command, "--detector", "Other"))).isZero();
    assertThat(out.toString()).startsWith("name: other");
  }

  private static String[] with(String[] command, String option, String value) {
    String[] longer = java.util.Arrays.copyOf(command, command.length + 2);
    longer[command.length] = option;
    longer[command.length + 1] = value;
    return longer;
  }

  @Test
  void aMistakeIsASentence() {
    assertThat(run("import", "--template", template("backtest.json"))).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("detector-setup: ")
        .contains("Add --parameter RoleArn=…")
        .doesNotContain("\tat ");
  }

  @Test
  void aDetectorThatNoApiCanHaveIsToldAsMistakesOfItsFile() throws IOException {
    Path template = folder.resolve("bad.yaml");
    Files.writeString(
        template,
        Files.readString(TEMPLATES.resolve("shop-alerts.yaml"))
            .replace("ColumnFormat: \"yyyy-MM-dd HH:mm:ss\"", "ColumnFormat: yyyy-MM-dd"));
    assertThat(run("import", "--template", template.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("too coarse for intervals of PT5M");
  }
}

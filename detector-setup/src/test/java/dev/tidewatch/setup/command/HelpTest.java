package dev.tidewatch.setup.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.SetupCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  private static final int WIDTH = 100;

  static Stream<CommandLine> commands() {
    return all(SetupCommand.commandLine());
  }

  private static Stream<CommandLine> all(CommandLine command) {
    Collection<CommandLine> inner = command.getSubcommands().values();
    return Stream.concat(Stream.of(command), inner.stream().flatMap(HelpTest::all));
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandSaysWhatItIsFor(CommandLine command) {
    assertThat(command.getCommandSpec().usageMessage().description())
        .as(name(command))
        .isNotEmpty();
    for (OptionSpec option : command.getCommandSpec().options()) {
      assertThat(option.description()).as(name(command) + " " + option.longestName()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyHelpFitsTheScreen(CommandLine command) {
    assertThat(command.getUsageMessage(Ansi.OFF).lines())
        .as(name(command))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts", "anomalies", "feedback"})
  void aCommandOfCommandsSaysWhichThereAre(String name) {
    Cli alone = Cli.run(name);
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains("Missing required subcommand", "  ls ");
  }

  @Test
  void theCompletionKnowsEveryCommand() {
    Cli script = Cli.run("generate-completion");
    assertThat(script.code()).isZero();
    commands()
        .skip(1)
        .forEach(command -> assertThat(script.out()).contains(command.getCommandName()));
    assertThat(script.out())
        .contains("complete -F _complete_detector-setup", "--records-per-second");
  }

  @Test
  void bashTakesTheCompletion() throws Exception {
    String script = Cli.run("generate-completion").out();
    Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    try (var in = bash.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).isZero();
  }

  /** The variable is the process's own, so another process is asked, told that it has a screen. */
  @Test
  void coloursAreLeftOutWhereNobodyWantsThem() throws Exception {
    assertThat(help(false)).contains("\u001B[");
    assertThat(help(true)).doesNotContain("\u001B[").contains("Usage:");
  }

  private static String help(boolean noColour) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tidewatch.setup.SetupCommand",
                "--help")
            .redirectErrorStream(true);
    builder.environment().remove("NO_COLOR");
    builder.environment().put("CLICOLOR_FORCE", "1");
    if (noColour) {
      builder.environment().put("NO_COLOR", "1");
    }
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return text;
  }
}

package dev.tidewatch.evaluation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class CommandFrameTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine commandLine =
      new CommandLine(new Greeting())
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(err, true));

  @Test
  void printsWhereItsCommandPrintsTo() {
    assertThat(commandLine.execute("-z", "hello")).isZero();
    assertThat(out).hasToString("hello" + System.lineSeparator());
    assertThat(err).hasToString("greeted" + System.lineSeparator());
  }

  @Test
  void helpsWithOptionsInTheOrderTheyAreWritten() {
    assertThat(commandLine.execute("--help")).isZero();
    assertThat(out.toString()).containsSubsequence("-z", "-a", "--help", "--version");
  }

  @Command(name = "greeting")
  private static final class Greeting implements Runnable {
    @Option(names = "-z", description = "What to say.")
    private String text = "";

    @Option(names = "-a", description = "Nothing.")
    private boolean nothing;

    @Mixin private CommandFrame frame = new CommandFrame();

    @Override
    public void run() {
      frame.out().println(text);
      frame.err().println(nothing ? "" : "greeted");
    }
  }
}

package dev.tidewatch.consolecheck.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleWorldCommandTest {
  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  private int run(int port) {
    return ConsoleWorldCommand.commandLine()
        .setErr(new PrintWriter(err))
        .execute("--kind=empty", "--data=" + folder, "--port=" + port);
  }

  @Test
  void aPortThatIsTakenIsToldInASentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run(taken.getLocalPort())).isEqualTo(1);
      assertThat(err.toString())
          .isEqualToIgnoringNewLines(
              "console-world: something listens on 127.0.0.1:%d already: stop it, or choose another port (0: any free one)"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void whatIsNoPortIsAMistakeInTheCommand() {
    assertThat(run(65_536)).isEqualTo(2);
    assertThat(err.toString()).startsWith("a port is 0 to 65535, not 65536");
  }
}

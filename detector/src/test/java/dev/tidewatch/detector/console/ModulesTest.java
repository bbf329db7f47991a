package dev.tidewatch.detector.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidewatch.detector.console.web.Assets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules browsers load: their logic, and that what stands in the tree is what is served. */
class ModulesTest {
  private static final Path FILES = Path.of("src/main/resources/dev/tidewatch/detector/console");
  private static final Path TESTS = Path.of("src/test/javascript");

  @Test
  void theirOwnTestsPass() throws Exception {
    assumeTrue(hasNode(), "no Node.js: the modules' own tests are left out");
    List<String> command = new java.util.ArrayList<>(List.of("node", "--test"));
    try (Stream<Path> tests = Files.list(TESTS)) {
      tests.map(Path::toString).sorted().forEach(command::add);
    }
    Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(node.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(node.exitValue()).as(said).isZero();
  }

  /** From its eighteenth version on it has what the tests need. */
  private static boolean hasNode() throws Exception {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      String version =
          new String(
              node.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
      return Integer.parseInt(version.replaceAll("v(\\d+).*\\s*", "$1")) >= 18;
    } catch (IOException none) {
      return false;
    }
  }

  @Test
  void everyFileOfTheTreeIsServed() throws Exception {
    Assets assets = Assets.load();
    try (Stream<Path> files = Files.walk(FILES)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> FILES.relativize(file).toString())
                  .filter(name -> name.matches(".*\\.(js|css|svg)")))
          .allSatisfy(name -> assertThat(assets.path(name)).endsWith(name));
    }
  }

  @Test
  void whatWeTookFromOthersIsAsTheyMadeIt() throws Exception {
    Path folder = FILES.resolve("vendor/uPlot-1.6.32");
    for (String line : Files.readAllLines(folder.resolve("SHA512SUMS"))) {
      String[] parts = line.split(" +\\*?", 2);
      byte[] digest =
          MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(folder.resolve(parts[1])));
      assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
    }
  }
}

package dev.tidewatch.evaluation.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class FoldersTest {
  @TempDir Path data;

  @Test
  void areTheOnesGiven() {
    Folders folders = given("--data", data.toString(), "--results", "results");
    assertThat(folders.data()).isEqualTo(data);
    assertThat(folders.results()).isEqualTo(Path.of("results"));
  }

  @Test
  void sayWhichOneIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> given().data())
        .withMessage("--data DIR is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> given("--data", data.toString()).results())
        .withMessage("--results DIR is missing");
  }

  @Test
  void dataMustBeThere() {
    Path nowhere = data.resolve("nowhere");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Folders.existing(nowhere))
        .withMessage("--data " + nowhere + " is no folder");
    assertThat(Folders.existing(null)).isEmpty();
  }

  @Test
  void resultsNeedAFolderOfTheirOwn() {
    Folders folders = given("--data", data.toString(), "--results", data + "/x/..");
    assertThatIllegalArgumentException()
        .isThrownBy(folders::results)
        .withMessageContaining("is the folder of data; results need one of their own");
  }

  private static Folders given(String... arguments) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(arguments);
    return holder.folders;
  }

  @Command
  private static final class Holder {
    @Mixin private Folders folders = new Folders();
  }
}

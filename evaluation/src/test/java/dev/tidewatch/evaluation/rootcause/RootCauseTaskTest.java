package dev.tidewatch.evaluation.rootcause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.evaluation.DataFolder;
import dev.tidewatch.evaluation.file.MalformedData;
import dev.tidewatch.evaluation.timing.Timing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootCauseTaskTest {
  @TempDir Path folder;

  /** Says every leaf that halved. */
  private static final class Halved implements RootCauseMethod {
    @Override
    public List<Map<String, String>> causes(RootCauseCase leaves) {
      return leaves.leaves().stream()
          .filter(leaf -> leaf.value() < leaf.expected() / 2)
          .map(
              leaf ->
                  Map.of(
                      leaves.dimensions().get(1), leaf.values().get(1),
                      leaves.dimensions().get(0), leaf.values().get(0)))
          .toList();
    }
  }

  @Test
  void writesTheCausesOfEveryCaseAsTheScorerReadsThem() throws Exception {
    new DataFolder(folder)
        .file("rca/cases/M2.csv.gz", "a,B,real,predict\na1,b1,1,9\na1,b2,8,9\na2,b2,2,9\n")
        .file("rca/cases/M1.csv", "a,B,real,predict\na1,b1,9,9\n");
    Timing timing =
        new RootCauseTask(new Halved(), RootCauseTask.cases(folder), folder.resolve("out")).call();
    assertThat(Files.readString(folder.resolve("out/rca/pred.csv")))
        .isEqualTo("case,set\nM1,\nM2,B=b1&a=a1;B=b2&a=a2\n");
    assertThat(timing.series()).isEqualTo(2);
    assertThat(timing.points()).isEqualTo(4);
  }

  @Test
  void saysWhichLeafLacksANumber() {
    new DataFolder(folder).file("rca/cases/M1.csv", "a,real,predict\na1,,9\n");
    assertThatThrownBy(() -> RootCauseCase.read(RootCauseTask.cases(folder).get(0)))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("M1.csv, line 2: a leaf needs both real and predict");
  }

  @Test
  void saysWhichLeafIsNotFinite() {
    new DataFolder(folder).file("rca/cases/M1.csv", "a,real,predict\na1,Infinity,9\n");
    assertThatThrownBy(() -> RootCauseCase.read(RootCauseTask.cases(folder).get(0)))
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("M1.csv, line 2: a leaf needs both real and predict, finite");
  }

  @Test
  void saysWhichCaseTheSearchRefuses() {
    new DataFolder(folder)
        .file("rca/cases/M1.csv", "a,b,c,d,e,f,g,h,i,real,predict\n1,1,1,1,1,1,1,1,1,1,2\n");
    RootCauseTask task =
        new RootCauseTask(new EngineRootCauses(), RootCauseTask.cases(folder), folder);
    assertThatThrownBy(task::call)
        .isInstanceOf(MalformedData.class)
        .hasMessageContaining("M1.csv: a table has 1 to 8 different dimensions");
  }
}

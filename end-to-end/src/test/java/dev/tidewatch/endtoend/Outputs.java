package dev.tidewatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/**
 * All records a job has left behind, wherever they went.
 *
 * @param published the intervals' files and manifests
 * @param late the lines of the late area, sorted
 * @param rejected the lines of the rejected area, sorted
 */
record Outputs(OutputTree published, List<String> late, List<String> rejected) {
  static Outputs of(Path job) {
    Path out = job.resolve("out");
    return new Outputs(
        OutputTree.of(out, "data", "manifests"),
        OutputTree.of(out, "late").lines(),
        OutputTree.of(out, "rejected").lines());
  }

  /** Files byte for byte; late and rejected records however they were cut into objects. */
  void assertSameAs(Outputs other) {
    assertThat(published.differencesFrom(other.published)).isEmpty();
    assertThat(late).isEqualTo(other.late);
    assertThat(rejected).isEqualTo(other.rejected);
  }
}

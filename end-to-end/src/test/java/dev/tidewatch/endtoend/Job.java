package dev.tidewatch.endtoend;

import dev.tidewatch.endtoend.ChildJvm.Outcome;
import dev.tidewatch.etl.deliver.CommitStep;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The submitted jar with a metric set, an output and a checkpoint; each command is a process of its
 * own.
 *
 * @param output instead of the metric set's location
 * @param environment where the processes find AWS
 */
record Job(Path metricSet, URI output, Path checkpoint, Map<String, String> environment) {
  static final int KILLED = 137;

  private static final String COMMAND = "dev.tidewatch.etl.EtlCommand";
  private static final String KILLABLE = "dev.tidewatch.etl.KillableJob";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The job that writes to a folder and keeps its checkpoint beside it. */
  static Job inFolder(Path metricSet, Path folder, Map<String, String> environment) {
    URI output = URI.create("file://" + folder.resolve("out"));
    return new Job(metricSet, output, folder.resolve("checkpoint"), environment);
  }

  Job withCheckpoint(Path other) {
    return new Job(metricSet, output, other, environment);
  }

  /** Runs the job until it has read all there is. */
  Outcome runToTheEnd(String... options) {
    return ChildJvm.run(
        Repository.jobClassPath(), environment, PATIENCE, COMMAND, bounded(options));
  }

  /** Runs the job until it is killed where it reaches the step for the n-th time. */
  Outcome runKilledAt(CommitStep step, int occurrence, String... options) {
    List<String> arguments = new ArrayList<>(List.of(step.name(), Integer.toString(occurrence)));
    arguments.addAll(bounded(options));
    return ChildJvm.run(
        Repository.jobClassPath() + ":" + Repository.file("etl/target/test-classes"),
        environment,
        PATIENCE,
        KILLABLE,
        arguments);
  }

  /** Starts the job; all it says goes to the file. */
  Process start(Path log, String... options) throws IOException {
    return ChildJvm.start(
        Repository.jobClassPath(), environment, log, COMMAND, run(List.of(options)));
  }

  /** Asks whether everything adds up. */
  Outcome audit() {
    return ChildJvm.run(
        Repository.jobClassPath(),
        environment,
        PATIENCE,
        COMMAND,
        List.of("audit", "-f", metricSet.toString(), "--output", output.toString()));
  }

  private List<String> bounded(String... options) {
    List<String> all = new ArrayList<>(List.of("--available-now"));
    all.addAll(List.of(options));
    return run(all);
  }

  private List<String> run(List<String> options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", "-f", metricSet.toString(), "--output", output.toString()));
    arguments.addAll(List.of("--checkpoint", checkpoint.toString(), "--sentences"));
    arguments.addAll(options);
    return arguments;
  }
}

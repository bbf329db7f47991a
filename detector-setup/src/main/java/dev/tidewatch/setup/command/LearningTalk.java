package dev.tidewatch.setup.command;

import dev.tidewatch.setup.aws.Patience.Pause;
import dev.tidewatch.setup.lookout.Directory;
import dev.tidewatch.setup.lookout.LearningProgress;
import dev.tidewatch.setup.lookout.Waiting;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ExitCode;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** Waits for a detector, and tells how far it is. */
final class LearningTalk {
  private final Directory directory;
  private final PrintWriter err;
  private String told = "";

  LearningTalk(Directory directory, PrintWriter err) {
    this.directory = directory;
    this.err = err;
  }

  /** Waits until it has learnt; the exit code says how that ended. */
  int untilLearnt(Duration limit, boolean json, PrintWriter out) {
    Optional<DescribeAnomalyDetectorResponse> settled =
        new Waiting(directory, Pause.REAL).untilSettled(limit, this::tell);
    if (settled.isEmpty()) {
      throw new NotThere("detector '" + directory.name() + "' is not there any more");
    }
    if (json) {
      Json.print(out, StatusReport.json(settled.get()));
    } else {
      StatusReport.print(settled.get(), LearningProgress.of(directory, settled.get()), out);
    }
    if (settled.get().status() == AnomalyDetectorStatus.FAILED) {
      return ExitCodes.FAILED;
    }
    if (!Waiting.isSettled(settled.get())) {
      err.println(
          "Not done after "
              + limit.toSeconds()
              + " s; it goes on by itself. The same command waits on, 'status' looks.");
      err.flush();
      return ExitCodes.TIMEOUT;
    }
    return ExitCode.OK;
  }

  private void tell(DescribeAnomalyDetectorResponse detector) {
    String now = LearningProgress.of(directory, detector).text();
    if (!now.equals(told)) {
      told = now;
      err.println("  " + now);
      err.flush();
    }
  }
}

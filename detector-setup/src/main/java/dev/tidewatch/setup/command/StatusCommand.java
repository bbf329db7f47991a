package dev.tidewatch.setup.command;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.doctor.Doctor;
import dev.tidewatch.setup.lookout.Directory;
import dev.tidewatch.setup.lookout.LearningProgress;
import dev.tidewatch.setup.lookout.Runs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** Says how the detector is. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Says how the detector of the file is, how far it is with learning, what its newest runs did, and who does not hear"
          + " its alerts yet.",
      ""
    })
public final class StatusCommand implements Callable<Integer> {
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    Blueprint blueprint = file.read();
    try (Session session = Session.open(blueprint, TargetKind.LOOKOUT)) {
      Directory directory = session.directory();
      DescribeAnomalyDetectorResponse detector =
          directory
              .describe()
              .orElseThrow(
                  () ->
                      new NotThere(
                          "there is no detector '" + directory.name() + "' yet; 'apply' makes it"));
      new StatusReport(spec.commandLine().getOut(), output.json())
          .print(
              detector,
              LearningProgress.of(directory, detector),
              new Runs(directory, detector.anomalyDetectorArn()));
      tellWhoDoesNotHear(session, blueprint);
      return ExitCode.OK;
    }
  }

  private void tellWhoDoesNotHear(Session session, Blueprint blueprint) {
    if (!output.json()) {
      DoctorCommand.printUnhealthy(
          Doctor.ofTopics(session.clients(), blueprint), spec.commandLine().getOut());
    }
  }
}

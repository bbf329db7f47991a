package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.lookout.LookoutTarget;
import dev.tidewatch.setup.plan.Apply;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Planner;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes everything as the file says. */
@Command(
    name = "apply",
    description = {
      "Makes everything as the file says: takes exactly the steps that plan shows, then waits until the detector has"
          + " learnt. What was cut short goes on with the same command.",
      ""
    })
public final class ApplyCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final TargetOption target = new TargetOption();
  @Mixin private final OutputOption output = new OutputOption();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Option(
      names = "--adopt",
      description = "Take over things of these names that were made elsewhere.")
  private boolean adopt;

  @Option(names = "--no-wait", description = "Do not wait until the detector has learnt.")
  private boolean noWait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10m",
      description = "How long to wait for the detector. Default: 10m.")
  private String timeout = "10m";

  @Override
  public Integer call() {
    Blueprint blueprint = file.read();
    PrintWriter err = frame.err();
    try (Session session = target.open(blueprint)) {
      err.println(session.place());
      Plan plan = session.target().plan(new Planner(adopt));
      new PlanReport(err, frame.ansi()).print(plan);
      if (confirmation.dryRun()) {
        return ExitCode.OK;
      }
      if (!plan.isEmpty() && !confirmation.isGiven("Go on?", frame.err())) {
        return ExitCodes.FAILED;
      }
      return Interruption.toldDuring(() -> carryOut(plan, blueprint, session), err);
    }
  }

  private int carryOut(Plan plan, Blueprint blueprint, Session session) {
    PrintWriter err = frame.err();
    new Apply(new StepTalk(err)).run(plan);
    if (noWait || target.kind() != TargetKind.LOOKOUT || !LookoutTarget.runs(blueprint)) {
      return ExitCode.OK;
    }
    return new LearningTalk(session.directory(), err)
        .untilLearnt(DurationText.read(timeout), output.json(), frame.out());
  }
}

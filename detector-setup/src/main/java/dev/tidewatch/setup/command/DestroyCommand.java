package dev.tidewatch.setup.command;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.plan.Apply;
import dev.tidewatch.setup.plan.Plan;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes everything of the file away. */
@Command(
    name = "destroy",
    description = {
      "Takes everything away that was made for the file and carries its tag; the bucket with its data stays unless"
          + " --delete-data says otherwise.",
      ""
    })
public final class DestroyCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final TargetOption target = new TargetOption();
  @Mixin private final OutputOption output = new OutputOption();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Option(
      names = "--delete-data",
      description = "Delete the bucket too, with everything in it, if it was made for the file.")
  private boolean deleteData;

  @Override
  public Integer call() {
    Blueprint blueprint = file.read();
    PrintWriter err = frame.err();
    try (Session session = target.open(blueprint)) {
      err.println(session.place());
      Plan plan = session.target().destruction(deleteData);
      if (output.json() && (plan.isEmpty() || confirmation.dryRun())) {
        report().printJson(plan);
      }
      if (plan.isEmpty()) {
        plan.notes().forEach(note -> err.println("note: " + note));
        err.println("Nothing of this file is there.");
        err.flush();
        return ExitCode.OK;
      }
      new PlanReport(err, frame.ansi()).print(plan);
      if (confirmation.dryRun()) {
        return ExitCode.OK;
      }
      if (!confirmation.isGiven("Take all of this away?", frame.err())) {
        return ExitCodes.FAILED;
      }
      return Interruption.toldDuring(
          () -> {
            new Apply(new StepTalk(err)).run(plan);
            if (output.json()) {
              report().printJson(plan); // once it is done
            }
            return ExitCode.OK;
          },
          err);
    }
  }

  private PlanReport report() {
    return new PlanReport(frame.out(), frame.ansi());
  }
}

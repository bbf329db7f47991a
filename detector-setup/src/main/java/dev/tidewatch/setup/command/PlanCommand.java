package dev.tidewatch.setup.command;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Planner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what apply would do. */
@Command(
    name = "plan",
    description = {
      "Says what apply would do, and changes nothing: + create, ~ update, ± replace, - delete.",
      ""
    })
public final class PlanCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final TargetOption target = new TargetOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--adopt",
      description = "Take over things of these names that were made elsewhere.")
  private boolean adopt;

  @Option(
      names = "--detailed-exitcode",
      description = "End with 3 when there is something to change.")
  private boolean detailedExitCode;

  @Override
  public Integer call() {
    Blueprint blueprint = file.read();
    try (Session session = target.open(blueprint)) {
      frame.say(session.place());
      Plan plan = session.target().plan(new Planner(adopt));
      PlanReport report = new PlanReport(frame.out(), frame.ansi());
      if (output.json()) {
        report.printJson(plan);
      } else {
        report.print(plan);
      }
      return detailedExitCode && !plan.isEmpty() ? ExitCodes.PLAN_HAS_CHANGES : ExitCode.OK;
    }
  }
}

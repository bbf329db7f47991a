package dev.tidewatch.setup.command;

import dev.tidewatch.setup.alert.AlertBook;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.doctor.Check;
import dev.tidewatch.setup.doctor.DataChecks;
import dev.tidewatch.setup.doctor.Finding;
import dev.tidewatch.setup.doctor.Finding.About;
import dev.tidewatch.setup.doctor.PlanChecks;
import dev.tidewatch.setup.doctor.Surroundings;
import dev.tidewatch.setup.plan.Planner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds what is wrong. */
@Command(
    name = "doctor",
    description = {
      "Looks at all that has to be right, a line each: ✓ right, ✗ wrong, – nothing to look at. With a file also at its"
          + " bucket, the files of the newest interval, roles, topics and subscriptions. Changes nothing.",
      ""
    },
    exitCodeListHeading = "%nExit codes%n",
    exitCodeList = {
      "0:nothing is wrong",
      "1:something is ✗ that has to work",
      "7:only data are ✗: a detector runs, but not well"
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  detector-setup doctor",
      "  detector-setup doctor -f ecommerce.yaml -o json",
      "  detector-setup doctor -f ecommerce.yaml --target cloudwatch"
    })
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "The YAML file whose things are looked at, too.")
  private @Nullable Path file;

  @Mixin private final TargetOption target = new TargetOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    try (Clients clients = new Clients()) {
      Surroundings surroundings = new Surroundings(clients, Clock.systemUTC());
      List<Check> checks =
          target.kind() == TargetKind.CLOUDWATCH
              ? surroundings.checksOfCloudWatch()
              : surroundings.checks();
      checks.forEach(check -> findings.add(told(check)));
    }
    if (file != null) {
      lookAt(BlueprintFile.read(file), findings);
    }
    if (output.json()) {
      Json.print(
          frame.out(), Map.of("checks", findings.stream().map(DoctorCommand::json).toList()));
    }
    return code(findings);
  }

  private void lookAt(Blueprint blueprint, List<Finding> findings) {
    if (findings.stream().anyMatch(Finding::isBad)) {
      findings.add(
          told(
              new Check(
                  About.SETUP,
                  "bucket, data, roles, topics",
                  "Put right what is wrong above first",
                  () -> {
                    throw new IllegalStateException("cannot be looked at before the rest is right");
                  })));
      return;
    }
    try (Session session = target.open(blueprint)) {
      Clients clients = session.clients();
      new DataChecks(clients, blueprint.dataset(), Clock.systemUTC())
          .checks()
          .forEach(check -> findings.add(told(check)));
      AlertBook book = new AlertBook(clients.lookout(), clients.sns(), Patience.usual(), "");
      List<String> topics =
          blueprint.topics().stream()
              .map(topic -> session.identity().topicArn(topic.name()))
              .toList();
      new PlanChecks(() -> session.target().plan(new Planner(true)), book, clients.sqs(), topics)
          .checks()
          .forEach(check -> findings.add(told(check)));
    }
  }

  /** Looks, and tells people at once. */
  private Finding told(Check check) {
    Finding finding = check.find();
    if (!output.json()) {
      PrintWriter out = frame.out();
      out.printf("%s %s: %s%n", finding.verdict().sign(), finding.name(), finding.detail());
      if (finding.isBad() && !finding.fix().isEmpty()) {
        out.println("    → " + finding.fix());
      }
      out.flush();
    }
    return finding;
  }

  private static Map<String, String> json(Finding finding) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("name", finding.name());
    answer.put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
    answer.put("about", finding.about().name().toLowerCase(Locale.ROOT));
    answer.put("detail", finding.detail());
    answer.put("fix", finding.fix());
    return answer;
  }

  private static int code(List<Finding> findings) {
    List<Finding> bad = findings.stream().filter(Finding::isBad).toList();
    if (bad.stream().anyMatch(finding -> finding.about() == About.SETUP)) {
      return ExitCodes.FAILED;
    }
    return bad.isEmpty() ? ExitCode.OK : ExitCodes.POOR_DATA;
  }
}

package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.doctor.Doctor;
import dev.tidewatch.setup.doctor.Finding;
import dev.tidewatch.setup.doctor.Finding.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks whether everything is as it should be. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks whether everything is as it should be: credentials, region, endpoints, the detector server and its clock;"
          + " with a file also its bucket, the files of the newest interval, their columns, timestamps and quotas, the"
          + " offset, topics and subscriptions. Says how to mend what is not. Changes nothing.",
      ""
    },
    footer = {
      "",
      "Ends with 1 when something cannot work (✗), with 7 when only the data are not as they should be."
    })
public final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "The YAML file that says what shall be.")
  private @Nullable Path file;

  @Mixin private final OutputOption output = new OutputOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Clients clients = new Clients()) {
      Doctor doctor =
          Doctor.of(
              clients,
              Session.endpoint(clients),
              Optional.ofNullable(file).map(BlueprintFile::read),
              InstantSource.system());
      if (output.json()) {
        List<Finding> findings = doctor.look(finding -> {});
        out.println(json(findings));
        out.flush();
        return code(findings);
      }
      return code(doctor.look(finding -> print(finding, out)));
    }
  }

  private static void print(Finding finding, PrintWriter out) {
    out.println(finding.verdict().sign() + " " + finding.what());
    if (!finding.remedy().isEmpty()) {
      out.println("    " + finding.remedy());
    }
    out.flush();
  }

  /** Writes what is not as it should be, and nothing else. */
  static void printUnhealthy(Doctor doctor, PrintWriter out) {
    doctor.look(
        finding -> {
          if (finding.verdict() != Verdict.GOOD) {
            print(finding, out);
          }
        });
  }

  private static String json(List<Finding> findings) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    findings.forEach(
        finding ->
            array
                .addObject()
                .put("verdict", finding.verdict().name())
                .put("what", finding.what())
                .put("remedy", finding.remedy()));
    return array.toPrettyString();
  }

  private static int code(List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.BAD)) {
      return ExitCodes.FAILED;
    }
    return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.POOR_DATA)
        ? ExitCodes.POOR_DATA
        : ExitCode.OK;
  }
}

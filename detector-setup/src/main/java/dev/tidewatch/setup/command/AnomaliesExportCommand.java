package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidewatch.setup.anomaly.Anomalies;
import dev.tidewatch.setup.anomaly.GroupCsv;
import dev.tidewatch.setup.anomaly.GroupDetail;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;

/** Writes anomaly groups with their series. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes anomaly groups with their series: CSV, a row for each interval of each series; or JSON with -o json.",
      ""
    })
final class AnomaliesExportCommand implements Callable<Integer> {
  @Mixin private final DetectorOf detector = new DetectorOf();
  @Mixin private final GroupOptions groups = new GroupOptions();
  @Mixin private final OutputOption output = new OutputOption();

  @Option(names = "--to", paramLabel = "FILE", description = "Where to. Default: standard output.")
  private @Nullable Path file;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (Session session = detector.open()) {
      Anomalies anomalies = DetectorOf.anomalies(session);
      List<GroupDetail> details =
          anomalies.list(groups.question(InstantSource.system())).stream()
              .map(AnomalyGroupSummary::anomalyGroupId)
              .map(anomalies::detail)
              .toList();
      write(output.json() ? json(details) : GroupCsv.of(details));
      PrintWriter err = spec.commandLine().getErr();
      err.println(details.size() + " groups");
      err.flush();
      return ExitCode.OK;
    }
  }

  private static String json(List<GroupDetail> details) {
    ArrayNode all = new ObjectMapper().createArrayNode();
    details.forEach(detail -> all.add(AnomaliesShowCommand.json(detail)));
    return all.toPrettyString() + "\n";
  }

  private void write(String text) {
    if (file == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}

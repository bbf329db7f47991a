package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.anomaly.GroupDetail;
import dev.tidewatch.setup.anomaly.GroupText;
import dev.tidewatch.setup.report.SdkJson;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one anomaly group. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows one anomaly group: when, where with contributions, causes and effects, and its series.",
      ""
    })
final class AnomaliesShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "GROUP", description = "The group's id, as 'ls' shows it.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private String group;

  @Mixin private final DetectorOf detector = new DetectorOf();
  @Mixin private final OutputOption output = new OutputOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (Session session = detector.open()) {
      GroupDetail detail = DetectorOf.anomalies(session).detail(group);
      PrintWriter out = spec.commandLine().getOut();
      if (output.json()) {
        out.println(json(detail).toPrettyString());
      } else {
        GroupText.of(detail).forEach(out::println);
      }
      out.flush();
      return ExitCode.OK;
    }
  }

  static ObjectNode json(GroupDetail detail) {
    ObjectNode answer = new ObjectMapper().createObjectNode();
    answer.set("AnomalyGroup", SdkJson.of(detail.group()));
    detail.timestamps().forEach(answer.putArray("TimestampList")::add);
    answer.set("TimeSeriesList", SdkJson.of(detail.series()));
    answer.set("InterMetricImpactList", SdkJson.of(detail.related()));
    return answer;
  }
}

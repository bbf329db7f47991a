package dev.tidewatch.setup.command;

import dev.tidewatch.setup.alert.AlertBook;
import dev.tidewatch.setup.alert.Hearer;
import dev.tidewatch.setup.anomaly.SdkJson;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.cloudwatch.AlarmBook;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.AnomalyDetector;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * How everything of a file is at CloudWatch.
 *
 * @param alarms those that are there
 * @param models that learn
 * @param hearers who is told
 */
record AlarmReport(List<MetricAlarm> alarms, List<AnomalyDetector> models, List<Hearer> hearers) {
  /**
   * Asks CloudWatch and SNS.
   *
   * @throws NotThere when the file has no alarm there yet
   */
  static AlarmReport of(Session session, Blueprint blueprint) {
    Identity identity = session.identity();
    AlarmBook book = new AlarmBook(session.clients().cloudWatch(), blueprint, identity);
    List<MetricAlarm> alarms = book.alarms();
    if (alarms.isEmpty()) {
      throw new NotThere(
          "there is no alarm of '"
              + blueprint.name()
              + "' yet; 'apply --target cloudwatch' makes it");
    }
    AlertBook told =
        new AlertBook(session.clients().lookout(), session.clients().sns(), Patience.usual(), "");
    return new AlarmReport(
        alarms,
        book.models(),
        blueprint.cloudWatch().topic().stream()
            .map(identity::topicArn)
            .flatMap(told::hearers)
            .toList());
  }

  void print(PrintWriter out) {
    Table table = new Table("ALARM", "STATE", "SINCE", "");
    alarms.forEach(
        alarm ->
            table.row(
                alarm.alarmName(),
                alarm.stateValueAsString(),
                time(alarm.stateUpdatedTimestamp()),
                Optional.ofNullable(alarm.stateReason()).orElse("")));
    table.print(out);
    if (!models.isEmpty()) {
      out.println();
      Table learning = new Table("MODEL", "STATE");
      models.forEach(model -> learning.row(AlarmBook.subject(model), state(model)));
      learning.print(out);
    }
    out.println();
    hearers.forEach(each -> out.println("  " + AlertsListCommand.words(each)));
    if (hearers.isEmpty()) {
      out.println("Nobody is told.");
    }
    out.flush();
  }

  private static String time(@org.jspecify.annotations.Nullable Instant time) {
    return time == null ? "" : time.toString();
  }

  private static String state(AnomalyDetector model) {
    return Optional.ofNullable(model.stateValueAsString()).orElse("");
  }

  Map<String, Object> json() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("alarms", alarms.stream().map(SdkJson::of).toList());
    answer.put("models", models.stream().map(SdkJson::of).toList());
    answer.put("subscriptions", hearers.stream().map(Condition::json).toList());
    return answer;
  }
}

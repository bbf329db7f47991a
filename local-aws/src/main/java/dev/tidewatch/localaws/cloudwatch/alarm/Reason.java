package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Why an alarm is in its state, in CloudWatch's words and for machines. */
record Reason(AlarmSettings settings, Verdict verdict, Instant now) {
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss").withZone(UTC);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(UTC);

  Reason {
    requireNonNull(settings, "settings");
    requireNonNull(verdict, "verdict");
    requireNonNull(now, "now");
  }

  /** A time as CloudWatch's messages have it. */
  static String time(Instant time) {
    return LONG.format(time);
  }

  String text(StateValue state) {
    int periods = settings.evaluationPeriods();
    List<Verdict.Point> real = verdict.real();
    if (real.isEmpty()) {
      String treated =
          state == StateValue.INSUFFICIENT_DATA
              ? "Insufficient Data: "
                  + periods
                  + (periods == 1 ? " datapoint was" : " datapoints were")
                  + " unknown."
              : "Threshold Crossed: no datapoints were received for "
                  + periods
                  + (periods == 1 ? " period" : " periods")
                  + " and "
                  + periods
                  + " missing "
                  + (periods == 1 ? "datapoint was" : "datapoints were")
                  + " treated as ["
                  + (state == StateValue.ALARM ? "Breaching" : "NonBreaching")
                  + "].";
      return treated;
    }
    boolean alarm = state == StateValue.ALARM;
    List<Verdict.Point> shown = real.stream().filter(point -> point.breached() == alarm).toList();
    List<Verdict.Point> telling = shown.isEmpty() ? real : shown;
    return "Threshold Crossed: "
        + telling.size()
        + " out of the last "
        + periods
        + " datapoints ["
        + telling.stream()
            .map(point -> point.value().orElseThrow() + " (" + SHORT.format(point.start()) + ")")
            .collect(Collectors.joining(", "))
        + "] "
        + (telling.size() == 1 ? "was " : "were ")
        + (alarm ? "" : "not ")
        + settings.comparison().words()
        + (settings.comparison().isOfBand() ? "" : " (" + settings.threshold() + ")")
        + " (minimum "
        + datapoints(alarm)
        + " for "
        + (alarm ? "OK -> ALARM" : "ALARM -> OK")
        + " transition).";
  }

  String data() {
    ObjectNode data =
        JsonNodeFactory.instance.objectNode().put("version", "1.0").put("queryDate", time(now));
    List<Verdict.Point> real = verdict.real();
    if (!real.isEmpty()) {
      data.put("startDate", time(real.get(0).start()));
    }
    if (settings.watch().plain()) {
      data.put("statistic", settings.watch().metric().statistic().name());
    }
    data.put("period", settings.watch().period().toSeconds());
    ArrayNode values = data.putArray("recentDatapoints");
    real.forEach(point -> values.add(point.value().orElseThrow()));
    if (!settings.comparison().isOfBand()) {
      data.put("threshold", settings.threshold());
    }
    return data.toString();
  }

  private String datapoints(boolean alarm) {
    int count =
        alarm
            ? settings.datapointsToAlarm()
            : settings.evaluationPeriods() - settings.datapointsToAlarm() + 1;
    return count + (count == 1 ? " datapoint" : " datapoints");
  }
}

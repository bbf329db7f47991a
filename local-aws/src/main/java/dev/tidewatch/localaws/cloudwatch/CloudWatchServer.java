package dev.tidewatch.localaws.cloudwatch;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.cloudwatch.alarm.AlarmOperations;
import dev.tidewatch.localaws.cloudwatch.alarm.Alarms;
import dev.tidewatch.localaws.cloudwatch.alarm.Outlets;
import dev.tidewatch.localaws.cloudwatch.detector.DetectorOperations;
import dev.tidewatch.localaws.cloudwatch.metric.MetricStore;
import dev.tidewatch.localaws.cloudwatch.query.MetricOperations;
import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.Form;
import dev.tidewatch.localaws.protocol.LoopbackServer;
import dev.tidewatch.localaws.protocol.Operation;
import dev.tidewatch.localaws.protocol.QueryService;
import dev.tidewatch.localaws.protocol.Xml;
import java.io.Closeable;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * CloudWatch's metrics, anomaly detectors and alarms on loopback, for clients of AWS's Query
 * protocol, as SDKs of 2025 are; in memory. Alarms are looked at when {@link #evaluateAlarms} is
 * called and at no other time. Not there: composite alarms, dashboards, insight rules, streams,
 * search expressions.
 *
 * <p>What a band expects is plain arithmetic, not CloudWatch's model: see {@link
 * dev.tidewatch.localaws.cloudwatch.anomaly.BandModel}.
 */
public final class CloudWatchServer implements Closeable {
  private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

  private final LoopbackServer server;
  private final Alarms alarms;

  private CloudWatchServer(LoopbackServer server, Alarms alarms) {
    this.server = server;
    this.alarms = alarms;
  }

  /**
   * How the server is set up.
   *
   * @param port the port on 127.0.0.1, or 0 for any free one
   * @param clock decides which times metrics may have and which periods alarms look at
   * @param outlets whom alarms tell
   * @param calls notes and judges requests
   */
  public record Options(
      int port, String region, String account, InstantSource clock, Outlets outlets, Calls calls) {
    public Options {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(clock, "clock");
      requireNonNull(outlets, "outlets");
      requireNonNull(calls, "calls");
    }
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static CloudWatchServer start(Options options) {
    LoopbackServer server = LoopbackServer.bind("cloudwatch", options.port());
    MetricStore store = new MetricStore();
    DetectorOperations detectors = new DetectorOperations(store, options.clock());
    MetricOperations metrics = new MetricOperations(store, detectors::model, options.clock());
    Alarms alarms =
        new Alarms(
            new Alarms.Place(options.region(), options.account()),
            options.clock(),
            store,
            detectors::model,
            options.outlets());
    QueryService service =
        new QueryService(
            "cloudwatch",
            NAMESPACE,
            overQuery(operations(metrics, detectors, new AlarmOperations(alarms))),
            options.calls());
    server.serve(request -> service.answer(request.form()));
    return new CloudWatchServer(server, alarms);
  }

  public URI endpoint() {
    return server.endpoint();
  }

  /** Looks at every alarm, at the clock's time; topics and rules hear of changes. */
  public void evaluateAlarms() {
    alarms.evaluate();
  }

  @Override
  public void close() {
    server.close();
  }

  private static Map<String, Operation> operations(
      MetricOperations metrics, DetectorOperations detectors, AlarmOperations alarms) {
    return Map.ofEntries(
        Map.entry("PutMetricData", metrics::put),
        Map.entry("GetMetricData", metrics::data),
        Map.entry("GetMetricStatistics", metrics::statistics),
        Map.entry("ListMetrics", metrics::list),
        Map.entry("PutAnomalyDetector", detectors::put),
        Map.entry("DescribeAnomalyDetectors", detectors::describe),
        Map.entry("DeleteAnomalyDetector", detectors::delete),
        Map.entry("PutMetricAlarm", alarms::put),
        Map.entry("DescribeAlarms", alarms::describe),
        Map.entry("DescribeAlarmsForMetric", alarms::describeForMetric),
        Map.entry("DescribeAlarmHistory", alarms::history),
        Map.entry("DeleteAlarms", alarms::delete),
        Map.entry("EnableAlarmActions", alarms::enable),
        Map.entry("DisableAlarmActions", alarms::disable),
        Map.entry("SetAlarmState", alarms::setState),
        Map.entry("TagResource", alarms::tag),
        Map.entry("UntagResource", alarms::untag),
        Map.entry("ListTagsForResource", alarms::tags));
  }

  private static Map<String, Function<Form, Consumer<Xml>>> overQuery(
      Map<String, Operation> operations) {
    Map<String, Function<Form, Consumer<Xml>>> served = new HashMap<>();
    operations.forEach(
        (action, operation) -> served.put(action, operation.overQuery("ValidationError")));
    return served;
  }
}

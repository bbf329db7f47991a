package dev.tidewatch.detector.intake.cloudwatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * CloudWatch on loopback, in the Query protocol: metric "latency" of "shop" and "bank", each with a
 * sum of 10 and 4 samples every period since 19 November 2026.
 */
public final class FakeCloudWatch implements AutoCloseable {
  private static final Instant FIRST = Instant.parse("2026-11-19T00:00:00Z");
  private final HttpServer server;
  volatile int status = 200;

  /** What the error is called while the status is none of success. */
  volatile String code = "";

  /** So many requests get the status; those after get their answer. */
  final AtomicInteger refusals = new AtomicInteger(Integer.MAX_VALUE);

  /** How many datapoints of a series one answer has; the rest comes with the next. */
  volatile int pointsAtOnce = Integer.MAX_VALUE;

  volatile String resultStatus = "Complete";
  volatile String sum = "10.0";
  final AtomicInteger requests = new AtomicInteger();
  final AtomicInteger shortestPeriod = new AtomicInteger(Integer.MAX_VALUE);

  public FakeCloudWatch() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    requests.incrementAndGet();
    boolean refused = status != 200 && refusals.getAndDecrement() > 0;
    byte[] bytes = (refused ? error() : body(form)).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/xml");
    exchange.sendResponseHeaders(refused ? status : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String error() {
    return "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>no</Message></Error></ErrorResponse>"
        .formatted(code.isEmpty() ? usualCode() : code);
  }

  private String usualCode() {
    return status == 403 ? "AccessDenied" : "InternalFailure";
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  private String body(Map<String, String> form) {
    return form.get("Action").equals("ListMetrics") ? metrics(form) : data(form);
  }

  private static String metrics(Map<String, String> form) {
    StringBuilder members = new StringBuilder();
    for (String service : new String[] {"shop", "bank"}) {
      members.append(
          metric(form, "<member><Name>Service</Name><Value>" + service + "</Value></member>"));
    }
    members.append(
        metric(
            form,
            "<member><Name>Service</Name><Value>shop</Value></member>"
                + "<member><Name>Host</Name><Value>h1</Value></member>"));
    return "<ListMetricsResponse><ListMetricsResult><Metrics>%s</Metrics></ListMetricsResult></ListMetricsResponse>"
        .formatted(members);
  }

  private static String metric(Map<String, String> form, String dimensions) {
    return "<member><Namespace>%s</Namespace><MetricName>%s</MetricName><Dimensions>%s</Dimensions></member>"
        .formatted(form.get("Namespace"), form.get("MetricName"), dimensions);
  }

  private String data(Map<String, String> form) {
    StringBuilder results = new StringBuilder();
    String next = "";
    for (int i = 1; form.containsKey(query(i) + "Id"); i++) {
      long period = Long.parseLong(form.get(query(i) + "MetricStat.Period"));
      String value = form.get(query(i) + "MetricStat.Stat").equals("Sum") ? sum : "4.0";
      StringBuilder times = new StringBuilder();
      StringBuilder values = new StringBuilder();
      shortestPeriod.accumulateAndGet((int) period, Math::min);
      Instant end = Instant.parse(form.get("EndTime"));
      int first = Integer.parseInt(form.getOrDefault("NextToken", "0"));
      int number = 0;
      for (Instant at = Instant.parse(form.get("StartTime"));
          at.isBefore(end);
          at = at.plusSeconds(period)) {
        if (number++ < first) {
          continue;
        }
        if (number > first + pointsAtOnce) {
          next = "<NextToken>" + (first + pointsAtOnce) + "</NextToken>";
          break;
        }
        if (!at.isBefore(FIRST)) {
          times.append("<member>").append(at).append("</member>");
          values.append("<member>").append(value).append("</member>");
        }
      }
      results.append(
          "<member><Id>%s</Id><StatusCode>%s</StatusCode><Timestamps>%s</Timestamps><Values>%s</Values></member>"
              .formatted(
                  form.get(query(i) + "Id"),
                  next.isEmpty() ? resultStatus : "PartialData",
                  times,
                  values));
    }
    return "<GetMetricDataResponse><GetMetricDataResult><MetricDataResults>%s</MetricDataResults>%s</GetMetricDataResult></GetMetricDataResponse>"
        .formatted(results, next);
  }

  private static String query(int number) {
    return "MetricDataQueries.member." + number + ".";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

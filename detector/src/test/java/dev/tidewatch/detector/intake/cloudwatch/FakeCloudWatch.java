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

/**
 * CloudWatch on loopback, in the Query protocol: metric "latency" of "shop" and "bank", each with a
 * sum of 10 and 4 samples every period since 19 November 2026.
 */
final class FakeCloudWatch implements AutoCloseable {
  private static final Instant FIRST = Instant.parse("2026-11-19T00:00:00Z");
  private final HttpServer server;
  volatile int status = 200;

  FakeCloudWatch() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String body = status == 200 ? body(form) : error();
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String error() {
    String code = status == 403 ? "AccessDenied" : "InternalFailure";
    return "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>no</Message></Error></ErrorResponse>"
        .formatted(code);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  private static String body(Map<String, String> form) {
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

  private static String data(Map<String, String> form) {
    StringBuilder results = new StringBuilder();
    for (int i = 1; form.containsKey(query(i) + "Id"); i++) {
      long period = Long.parseLong(form.get(query(i) + "MetricStat.Period"));
      String value = form.get(query(i) + "MetricStat.Stat").equals("Sum") ? "10.0" : "4.0";
      StringBuilder times = new StringBuilder();
      StringBuilder values = new StringBuilder();
      Instant end = Instant.parse(form.get("EndTime"));
      for (Instant at = Instant.parse(form.get("StartTime"));
          at.isBefore(end);
          at = at.plusSeconds(period)) {
        if (!at.isBefore(FIRST)) {
          times.append("<member>").append(at).append("</member>");
          values.append("<member>").append(value).append("</member>");
        }
      }
      results.append(
          "<member><Id>%s</Id><StatusCode>Complete</StatusCode><Timestamps>%s</Timestamps><Values>%s</Values></member>"
              .formatted(form.get(query(i) + "Id"), times, values));
    }
    return "<GetMetricDataResponse><GetMetricDataResult><MetricDataResults>%s</MetricDataResults></GetMetricDataResult></GetMetricDataResponse>"
        .formatted(results);
  }

  private static String query(int number) {
    return "MetricDataQueries.member." + number + ".";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

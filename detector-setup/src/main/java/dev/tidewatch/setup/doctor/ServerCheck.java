package dev.tidewatch.setup.doctor;

import dev.tidewatch.setup.aws.Clients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The detector server: whether it is there and well, knows our key, and shares our time. */
final class ServerCheck implements Check {
  /** Beyond it signatures are refused, on AWS as here. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Clients clients;
  private final Optional<URI> place;
  private final InstantSource clock;

  ServerCheck(Clients clients, Optional<URI> place, InstantSource clock) {
    this.clients = clients;
    this.place = place;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    if (place.isEmpty()) {
      return List.of(
          Finding.bad(
              "detector server: AWS ended Lookout for Metrics on 2025-10-09, and no other place is"
                  + " set",
              "Start 'bin/detector serve' and set AWS_ENDPOINT_URL_LOOKOUTMETRICS"));
    }
    List<Finding> findings = new ArrayList<>();
    HttpResponse<String> health = ask(place.get().resolve("/health/ready"));
    findings.add(
        health.statusCode() == 200
            ? Finding.good("detector server " + place.get() + " is ready")
            : Finding.bad(
                "detector server " + place.get() + " answers " + health.statusCode(),
                "Look at its log: " + health.body().lines().findFirst().orElse("")));
    health.headers().firstValue("Date").flatMap(this::skew).ifPresent(findings::add);
    long detectors =
        clients.lookout().listAnomalyDetectorsPaginator(request -> {}).stream()
            .flatMap(page -> page.anomalyDetectorSummaryList().stream())
            .count();
    findings.add(Finding.good("its access key is accepted; it has " + detectors + " detectors"));
    return findings;
  }

  private static HttpResponse<String> ask(URI uri) {
    try {
      HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      return http.send(
          HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw new IllegalStateException(uri + " cannot be reached", unreachable);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", stop);
    }
  }

  private Optional<Finding> skew(String date) {
    try {
      Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration skew = Duration.between(theirs, clock.instant());
      return Optional.of(
          skew.abs().compareTo(SKEW) < 0
              ? Finding.good("clocks agree")
              : Finding.bad(
                  "the clock here is " + skew.toSeconds() + " s off the server's",
                  "Set the clock: requests are refused beyond five minutes"));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public String subject() {
    return "detector server";
  }

  @Override
  public String remedy() {
    return "Is it running, and is its key in TIDEWATCH_ACCESS_KEY_ID and"
        + " TIDEWATCH_SECRET_ACCESS_KEY? 'bin/detector keys create' makes one";
  }
}

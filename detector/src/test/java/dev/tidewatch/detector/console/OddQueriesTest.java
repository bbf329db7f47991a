package dev.tidewatch.detector.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.console.Browsing.Person;
import dev.tidewatch.detector.overview.Findings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page and file under queries that no link of ours has. */
class OddQueriesTest {
  private static final List<String> NAMES =
      List.of(
          "from",
          "to",
          "tz",
          "sev",
          "dim",
          "lanes",
          "page",
          "q",
          "order",
          "kind",
          "state",
          "detector",
          "measure",
          "events",
          "one",
          "two",
          "base",
          "sizes",
          "next",
          "series",
          "at");

  private static final List<String> VALUES =
      List.of(
          "NaN",
          "1e999",
          "-1",
          "99999999999999999999",
          "9999-12-31T23:59:59Z",
          "-9999-01-01T00:00:00Z",
          "%2B999999999-12-31T23:59:59Z",
          "-9999w",
          "%00",
          "%F0%9F%8C%8A%22%3E%3Cscript%3E",
          "':--%25_*%5C",
          "a:b",
          "%FF%FE");

  private static final List<String> QUERIES =
      List.of(
          "from=2026-11-21&to=2026-11-19",
          "from=now&to=-9999w",
          "from=2999-12-31T00:00:00Z&to=9999-12-31T00:00:00Z",
          "from=2999-12-31T00:00:00Z&to=2999-12-31T23:59:59Z&page=1000000",
          "from=1970-01-02T00:00:00Z&to=2999-12-31T00:00:00Z&tz=Pacific/Apia",
          "from=1970-01-01T00:00:00.001Z&to=-9999d",
          "from=2026-11-20T00:00:00Z&to=2026-11-20T00:00:00.001Z",
          "tz=%2B18:00&from=-1m",
          "tz=-18:00",
          "tz=Mars/Olympus",
          "tz=UTC%2B1&sev=0",
          "sev=100&sev=0&sev=x&page=2&page=1",
          "order=worst&lanes=series&sev=0&dim=:&dim=store:&dim=:berlin&dim=store:berlin",
          "lanes=value&dim=store&q=%25",
          "order=&kind=&page=&q=&tz=",
          "=&&==&?",
          "one=shop&two=shop",
          "q=" + "x".repeat(7_000),
          "dim=a:b&".repeat(900));

  private static final int APART = 5;

  @TempDir private Path folder;

  /** All names with one value each, and in turn from page to page one of each name alone. */
  private static List<String> queries(int turn) {
    List<String> queries = new ArrayList<>(QUERIES);
    for (String value : VALUES) {
      queries.add(String.join("&", NAMES.stream().map(name -> name + "=" + value).toList()));
    }
    for (int i = turn % APART; i < NAMES.size(); i += APART) {
      queries.add(NAMES.get(i) + "=" + VALUES.get((i + turn) % VALUES.size()));
    }
    return queries;
  }

  private static List<String> addresses(Browsing console) {
    return console.answered().stream()
        .filter(each -> each.startsWith("GET /"))
        .map(each -> each.substring(4))
        .filter(path -> !path.equals("/live") && !path.matches("/(tags/|[A-Z]|assets).*"))
        .map(
            path ->
                path.replace("{detector}", "shop")
                    .replace("{group}", FoundGroup.idOf(1, "revenue", 1))
                    .replace("{file}", "1.json")
                    .replaceAll("\\{\\w+}", "none"))
        .toList();
  }

  @Test
  void areAnsweredWithAPageOrASentence() throws Exception {
    try (Browsing console = start()) {
      Person ada = console.signedIn(Role.ADMIN);
      SoftAssertions all = new SoftAssertions();
      List<String> addresses = addresses(console);
      assertThat(addresses).hasSizeGreaterThan(30).contains("/", "/system", "/events.csv");
      for (int i = 0; i < addresses.size(); i++) {
        for (String query : queries(i)) {
          String address = addresses.get(i) + "?" + query;
          HttpResponse<String> answer = ada.get(address);
          String shown = address.substring(0, Math.min(120, address.length()));
          all.assertThat(answer.statusCode()).as(shown).isIn(200, 303, 400, 404);
          if (answer.statusCode() >= 400) {
            all.assertThat(answer.body()).as(shown).contains(" ");
          }
        }
      }
      HttpResponse<String> tooLong = ada.get("/?q=" + "x".repeat(20_000));
      all.assertThat(tooLong.statusCode()).isEqualTo(414);
      all.assertThat(tooLong.body()).contains("larger than 16384 bytes");
      all.assertAll();
    }
  }

  private Browsing start() {
    return Browsing.start(folder.resolve("data"))
        .with(
            findings -> {
              findings.detector(1, "shop");
              findings.group(1, "revenue", 1, 3, 2, 80, true, "berlin");
              findings.checked(1, 3, "COMPLETED");
              findings.point(1, "revenue", Findings.time(3), 7, 9, 11);
            });
  }
}

package dev.tidewatch.deploy.cost;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure of {@code docs/cost.md} comes from {@code deploy/prices.csv}. */
class CostDocumentTest {
  private static final Path ROOT = Path.of(System.getProperty("tidewatch.repository", ".."));
  private static final String DATA = "Stream and files";
  private static final String DETECTOR = "The detector";
  private static final String LOOKOUT = "What Lookout for Metrics would have cost";
  private static final List<String> PLATFORMS =
      List.of("Glue, G.025X", "Glue, G.1X", "EMR Serverless", "EMR on EC2", "EMR on EKS");

  private PriceFile prices = new PriceFile(Map.of());
  private String document = "";
  private Map<String, List<String>> tables = Map.of();

  @BeforeEach
  void read() throws IOException {
    prices = PriceFile.read(ROOT.resolve("deploy/prices.csv"));
    document = Files.readString(ROOT.resolve("docs/cost.md"));
    tables = tables(document);
  }

  @Test
  void everyTableIsQuantitiesTimesPrices() {
    for (String heading : headings()) {
      List<String> written = lines(heading);
      assertThat(written.subList(2, written.size()))
          .as(heading)
          .isEqualTo(CostTable.of(written, prices).lines());
    }
  }

  @Test
  void theSummaryAddsTheTablesUp() {
    List<String> expected =
        PLATFORMS.stream()
            .map(platform -> "| " + platform + " | " + sums(platform) + " |")
            .toList();
    List<String> written = lines("Altogether");
    assertThat(written.subList(2, written.size())).isEqualTo(expected);
  }

  @Test
  void theComparisonNamesTheTotals() {
    List<String> lookout = texts(LOOKOUT);
    assertThat(document)
        .contains(
            "**%s**, **%s** and **%s**".formatted(lookout.get(0), lookout.get(1), lookout.get(2)))
        .contains("(" + String.join(", ", texts(DETECTOR)) + ")");
  }

  @Test
  void everyPriceIsUsed() {
    assertThat(prices.prices().keySet()).allMatch(item -> document.contains("`" + item + "`"));
  }

  @ParameterizedTest
  @CsvSource({
    "kinesis-shard, kinesis.shard.hour",
    "kinesis-put, kinesis.units.million",
    "glue-dpu, glue.dpu.hour",
    "s3-put, s3.put.thousand",
    "s3-get, s3.get.thousand",
    "s3-storage, s3.gigabyte.month",
    "sns-publish, sns.publish.million",
    "sns-email, sns.email.hundredthousand",
    "ec2-t4g-small, ec2.small.hour",
    "ec2-t4g-medium, ec2.medium.hour",
    "ebs-gp3, volume.gigabyte.month",
    "cloudwatch-alarm, cloudwatch.alarm.metric"
  })
  void detectorSetupReckonsWithTheSame(String item, String key) throws IOException {
    Properties theirs = new Properties();
    try (Reader file =
        Files.newBufferedReader(
            ROOT.resolve(
                "detector-setup/src/main/resources/dev/tidewatch/setup/cost/prices.properties"))) {
      theirs.load(file);
    }
    assertThat(new BigDecimal(theirs.getProperty(key))).isEqualByComparingTo(prices.of(item));
  }

  private String sums(String platform) {
    return String.join(" | ", IntStream.range(0, 3).mapToObj(size -> sum(platform, size)).toList());
  }

  private String sum(String platform, int size) {
    List<BigDecimal> parts =
        Stream.of(DATA, platform, DETECTOR).map(part -> totals(part).get(size)).toList();
    return "%s + %s + %s = **%s**"
        .formatted(
            CostTable.text(parts.get(0)),
            CostTable.text(parts.get(1)),
            CostTable.text(parts.get(2)),
            CostTable.text(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  private List<String> texts(String heading) {
    return totals(heading).stream().map(CostTable::text).toList();
  }

  private List<BigDecimal> totals(String heading) {
    return CostTable.of(lines(heading), prices).totals();
  }

  private List<String> lines(String heading) {
    return requireNonNull(tables.get(heading), () -> "no table below " + heading);
  }

  private static List<String> headings() {
    return Stream.concat(PLATFORMS.stream(), Stream.of(DATA, DETECTOR, LOOKOUT)).toList();
  }

  /** The lines of each table by the heading it stands below. */
  private static Map<String, List<String>> tables(String document) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    String heading = "";
    for (String line : document.lines().toList()) {
      if (line.startsWith("#")) {
        heading = line.replaceFirst("#+ ", "");
      } else if (line.startsWith("|")) {
        tables.computeIfAbsent(heading, unused -> new ArrayList<>()).add(line);
      }
    }
    return tables;
  }
}

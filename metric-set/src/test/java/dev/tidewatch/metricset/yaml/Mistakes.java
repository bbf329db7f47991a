package dev.tidewatch.metricset.yaml;

import static dev.tidewatch.metricset.yaml.Mistake.seen;
import static dev.tidewatch.metricset.yaml.Mistake.unseen;

import java.util.stream.Stream;

/** Many ways to get a metric set file wrong, each with one problem. */
final class Mistakes {
  private static final String ELEVEN = "[a, b, c, d, e, f, g, h, i, j, k]";

  private Mistakes() {}

  static Stream<Mistake> all() {
    return Stream.of(top(), streamAndRecords(), timestamp(), columns(), output(), alert())
        .flatMap(mistakes -> mistakes);
  }

  private static Stream<Mistake> top() {
    return Stream.of(
        seen("lateness:", "latenes:", 22, "latenes", "'latenes' is no key", "mean 'lateness'?"),
        seen("lateness:", "sharding:", 22, "sharding", "is no key here", "Known keys are name,"),
        unseen(
            "interval: PT5M",
            "interval: PT5M\ninterval: PT1H",
            22,
            "interval",
            "'interval' is given twice",
            "Keep one"),
        seen("name: shop\n", "", 1, "", "'name' is missing", "for example name: ecommerce"),
        seen("name: shop", "name: my shop", 1, "name", "'my shop' is no name", "letters, digits"),
        seen("name: shop", "name: [a]", 1, "name", "is a list, not a text", "letters, digits"),
        seen("name: shop", "name: {a: b}", 1, "name", "is a mapping, not a text", "letters"),
        seen("name: shop", "name: 12", 1, "name", "'12' is a number, not a text", "letters"),
        seen("name: shop", "name: true", 1, "name", "'true' is true or false", "letters"),
        seen("name: shop", "name:", 1, "name", "has no value", "letters"),
        seen("name: shop", "name: ''", 1, "name", "is empty", "letters"),
        seen("a shop", "x".repeat(257), 2, "description", "is no short text", "up to 256"),
        seen("PT5M", "PT7M", 21, "interval", "'PT7M' is no interval length", "Use PT5M, PT10M"),
        seen("PT5M", "5", 21, "interval", "'5' is a number, not a text", "Use PT5M, PT10M"),
        seen("interval: PT5M\n", "", 1, "", "'interval' is missing", "interval: PT5M"),
        seen("2m", "two", 22, "lateness", "'two' is no duration", "90s, 2m or PT2M"),
        seen("2m", "-2m", 22, "lateness", "'-2m' is no duration", "90s, 2m or PT2M"),
        seen("2m", "-PT2M", 22, "lateness", "not PT-2M", "90s, 2m or PT2M"),
        unseen("2m", "PT0.5S", 22, "lateness", "not PT0.5S", "90s, 2m or PT2M"),
        unseen("2m", "5d", 22, "lateness", "cannot wait for lateness PT120H", "to 7190m"),
        unseen("2m", "P1Y", 22, "lateness", "'P1Y' is no duration", "90s"));
  }

  private static Stream<Mistake> streamAndRecords() {
    return Stream.of(
        seen("  name: live\n", "", 4, "stream", "'name' is missing", "name: ecommerce-live"),
        seen("name: live", "name: a b", 4, "stream.name", "'a b' is no stream name", "not its ARN"),
        seen("LATEST", "NOW", 5, "stream.startingPosition", "'NOW' is no", "TRIM_HORIZON, LATEST"),
        unseen("LATEST", "2026-02-30T00:00:00Z", 5, "stream.startingPosition", "is no", "LATEST"),
        seen("format: CSV", "format: XML", 7, "records.format", "'XML' is no", "Use CSV or JSON"),
        seen(
            "  columns: [platform, market, at, views, revenue]\n",
            "",
            7,
            "records",
            "'columns' is missing",
            "columns: ["),
        seen(
            "[platform, market, at, views, revenue]",
            "platform",
            8,
            "records.columns",
            "'platform' is no list",
            "in the order of the record"),
        seen(
            "[platform, market,",
            "[platform, market, market,",
            8,
            "records.columns[2]",
            "'market' is listed twice",
            "its own name"),
        seen(
            "[platform, market,",
            "[platform, market, 7,",
            8,
            "records.columns[2]",
            "'7' is a number",
            "in quotes"),
        seen("\",\"", "\";;\"", 9, "records.delimiter", "';;' is not one", "Use one character"),
        seen("\",\"", "\"\"", 9, "records.delimiter", "'' is not one", "Use one character"),
        seen("\",\"", "\"\\n\"", 9, "records.delimiter", "a line break cannot", "no field holds"),
        seen(
            "'\"'", "'\"\"'", 10, "records.quote", "'\"\"' is not one", "Use one character, or ''"),
        unseen("'\"'", "','", 9, "records.delimiter", "must differ", "quotes of another kind"));
  }

  private static Stream<Mistake> timestamp() {
    return Stream.of(
        seen("  column: at\n", "", 12, "timestamp", "'column' is missing", "column: event_time"),
        seen(
            "column: at",
            "column: a/t\n  field: at",
            12,
            "timestamp.column",
            "'a/t' is no column",
            "letters, digits"),
        unseen(
            "column: at",
            "column: att",
            12,
            "timestamp.column",
            "'att' is no column of the records",
            "mean 'at'?"),
        unseen(
            "column: at",
            "column: happened",
            12,
            "timestamp.column",
            "'happened' is no column",
            "records.columns: platform, market"),
        unseen("HH:mm:ss", "QQ", 13, "timestamp.format", "'Q' in the timestamp format", "UNIX"),
        unseen(
            " HH:mm:ss",
            " HH",
            13,
            "timestamp.format",
            "too coarse for intervals of PT5M",
            "longer interval"),
        seen(
            "HH:mm:ss",
            "HH:mm:ss" + " ".repeat(50) + "X",
            13,
            "timestamp.format",
            "has 1 to 63 characters",
            "UNIX"),
        unseen(
            "zone: UTC",
            "zone: Europe/Berln",
            14,
            "timestamp.zone",
            "is no time zone",
            "mean 'Europe/Berlin'?"),
        unseen(
            "zone: UTC",
            "zone: Narnia/Lantern",
            14,
            "timestamp.zone",
            "is no time zone",
            "Use UTC or"));
  }

  private static Stream<Mistake> columns() {
    return Stream.of(
        unseen(
            "- platform",
            "- views",
            19,
            "measures[0]",
            "'views' names another column already",
            "different names"),
        unseen(
            "name: place",
            "name: at",
            17,
            "dimensions[1].name",
            "names another column",
            "different names"),
        unseen(
            "field: market",
            "field: markt",
            17,
            "dimensions[1].field",
            "'markt' is no column",
            "mean 'market'?"),
        seen("name: place, ", "", 17, "dimensions[1]", "'name' is missing", "name: market"),
        seen("  - views", "  - vie ws", 19, "measures[0]", "'vie ws' is no column name", "letters"),
        seen("  - views", "  - 5", 19, "measures[0]", "'5' is a number, not a text", "letters"),
        seen("SUM", "MAX", 20, "measures[1].aggregation", "'MAX' is no aggregation", "SUM or AVG"),
        seen(
            "decimals: 2",
            "decimals: 13",
            20,
            "measures[1].decimals",
            "'13' is not from 0 to 12",
            "from 0 to 12"),
        seen(
            "decimals: 2",
            "decimals: two",
            20,
            "measures[1].decimals",
            "'two' is no whole",
            "from 0 to 12"),
        seen(
            "decimals: 2",
            "agregation: 2",
            20,
            "measures[1].agregation",
            "is no key",
            "mean 'aggregation'?"),
        seen(
            "  - views\n  - {name: money, field: revenue, aggregation: SUM, decimals: 2}",
            "  []",
            19,
            "measures",
            "has 0 entries",
            "from 1 to 10"));
  }

  private static Stream<Mistake> output() {
    return Stream.of(
        seen("  location: s3://demo/csv\n", "", 24, "output", "'location' is missing", "s3://my"),
        seen(
            "s3://demo/csv", "s3://my.bucket/csv", 24, "output.location", "has a dot", "Use s3://"),
        seen(
            "s3://demo/csv",
            "s3://demo/c.sv",
            24,
            "output.location",
            "'.' is not allowed",
            "Use s3://"),
        seen(
            "s3://demo/csv",
            "s3://Demo/csv",
            24,
            "output.location",
            "'Demo' is no bucket name",
            "Use s3://"),
        seen(
            "s3://demo/csv",
            "http://demo/csv",
            24,
            "output.location",
            "is neither s3://",
            "Use s3://"),
        seen(
            "s3://demo/csv",
            "s3://demo/c sv",
            24,
            "output.location",
            "llegal character",
            "Use s3://"),
        seen("s3://demo/csv", "s3:///csv", 24, "output.location", "names no bucket", "Use s3://"),
        unseen(
            "{{HHmm}}", "{{HHnn}}", 25, "output.layout", "'n' is no date letter", "such as data/"),
        unseen("{{HHmm}}", "{{HHmm", 25, "output.layout", "is never closed", "such as data/"),
        seen("{{HHmm}}", "{{HH:mm}}", 25, "output.layout", "':' is not allowed", "such as data/"),
        unseen(
            "{{HHmm}}",
            "{{HH}}",
            25,
            "output.layout",
            "cannot tell intervals of PT5M apart",
            "such as data/"),
        unseen(
            "{{yyyyMMdd}}", "{{YYYYMMdd}}", 25, "output.layout", "31 Decembers", "such as data/"),
        seen(
            "\"{{yyyyMMdd}}",
            "\"s3://demo/{{yyyyMMdd}}",
            25,
            "output.layout",
            "names a bucket",
            "such as data/"));
  }

  private static Stream<Mistake> alert() {
    return Stream.of(
        seen("  topic: anomalies\n", "", 27, "alert", "'topic' is missing", "topic: anomalies"),
        seen(
            "topic: anomalies",
            "topic: arn:aws:sns:x:1:t",
            28,
            "alert.topic",
            "is no topic name",
            "not its ARN"),
        seen(
            "threshold: 70",
            "threshold: 101",
            27,
            "alert.threshold",
            "'101' is not from 0 to 100",
            "from 0 to 100"),
        seen(
            "threshold: 70",
            "threshold: '70'",
            27,
            "alert.threshold",
            "'70' is no whole number",
            "from 0 to 100"),
        seen(
            "threshold: 70",
            "threshold: 7.5",
            27,
            "alert.threshold",
            "'7.5' is no whole number",
            "from 0 to 100"),
        seen(
            "protocol: email",
            "protocol: fax",
            30,
            "alert.subscribers[0].protocol",
            "'fax' is no protocol",
            "email, sqs"),
        unseen(
            "a@b.org",
            "nobody",
            30,
            "alert.subscribers[0].endpoint",
            "'nobody' is no endpoint of protocol email",
            "as the protocol asks"),
        seen(
            ", endpoint: a@b.org",
            "",
            30,
            "alert.subscribers[0]",
            "'endpoint' is missing",
            "oncall@"),
        seen(
            "{protocol: email, endpoint: a@b.org}",
            "a@b.org",
            30,
            "alert.subscribers[0]",
            "'a@b.org' is no mapping",
            "protocol, endpoint"));
  }

  /** Too many columns: many problems at once, told in another test. */
  static String tooManyDimensions() {
    return Mistake.GOOD
        .replace(
            "columns: [platform, market, at, views, revenue]",
            "columns: [at, views, revenue, market, a, b, c, d, e, f, g, h, i, j, k]")
        .replace("\n  - platform\n  - {name: place, field: market}", " " + ELEVEN);
  }
}

package dev.tidewatch.setup.blueprint;

import static dev.tidewatch.setup.blueprint.BlueprintMistake.seen;
import static dev.tidewatch.setup.blueprint.BlueprintMistake.unseen;

import java.util.stream.Stream;

/** Many ways to get a detector's file wrong, each with one problem. */
final class BlueprintMistakes {
  private static final String S3 = "detector.dataset.source.s3";

  private BlueprintMistakes() {}

  static Stream<BlueprintMistake> all() {
    return Stream.of(top(), detector(), dataset(), source(), csv(), topics(), alerts())
        .flatMap(mistakes -> mistakes);
  }

  private static Stream<BlueprintMistake> top() {
    return Stream.of(
        seen("description:", "descripton:", 2, "descripton", "is no key", "mean 'description'?"),
        seen("name: shop\n", "", 1, "", "'name' is missing", "name: ecommerce"),
        seen("interval: PT5M", "interval: PT7M", 6, "interval", "is no interval", "Use PT5M"),
        seen("interval: PT5M\n", "", 1, "", "'interval' is missing", "interval: PT5M"),
        seen(
            "interval: PT5M",
            "interval: PT5M\nlateness: 2m",
            7,
            "lateness",
            "goes with a stream",
            "dataset.offset"),
        unseen("zone: UTC", "zone: Mars", 3, "timestamp.zone", "'Mars' is no time zone", "UTC"));
  }

  private static Stream<BlueprintMistake> detector() {
    return Stream.of(
        seen("shop-detector", "a b", 8, "detector.name", "'a b' is no name", "letters, digits"),
        seen("finds what is odd", "''", 9, "detector.description", "is empty", "256 characters"),
        seen(
            "finds what is odd",
            "x".repeat(257),
            9,
            "detector.description",
            "is no short text",
            "256 characters"),
        seen(
            "continuous",
            "always",
            10,
            "detector.activation",
            "'always' is no activation",
            "continuous, backtest or none"),
        seen(
            "activation: continuous",
            "activaton: continuous",
            10,
            "detector.activaton",
            "is no key here",
            "mean 'activation'?"),
        seen(
            "arn:aws:kms:us-east-1:123456789012:key/0123abcd-0123-abcd-0123-0123456789ab",
            "alias/shop",
            11,
            "detector.kmsKey",
            "'alias/shop' is no ARN of a KMS key",
            "aliases do not do"),
        seen(
            "arn:aws:kms:us-east-1:123456789012:key/0123abcd-0123-abcd-0123-0123456789ab",
            "arn:aws:kms:us-east-1:123456789012:alias/shop",
            11,
            "detector.kmsKey",
            "is no ARN of a KMS key",
            "aliases do not do"),
        seen(
            "team: web",
            "'aws:team': web",
            12,
            "detector.tags.aws:team",
            "is no key for a tag",
            "aws: and tidewatch: are taken"),
        seen(
            "team: web",
            "'tidewatch:setup': web",
            12,
            "detector.tags.tidewatch:setup",
            "is no key for a tag",
            "are taken"),
        seen("team: web", "team: 7", 12, "detector.tags.team", "'7' is a number", "Tags are"),
        seen("team: web", "team: '#'", 12, "detector.tags.team", "'#' is no value", "Tags are"),
        seen("{team: web}", "[web]", 12, "detector.tags", "is no mapping", "{team: web}"));
  }

  private static Stream<BlueprintMistake> dataset() {
    return Stream.of(
        seen("shop-data\n", "-x\n", 14, "detector.dataset.name", "'-x' is no name", "letters"),
        seen("offset: 2m", "offset: soon", 16, "detector.dataset.offset", "'soon' is no", "90s"),
        unseen("offset: 2m", "offset: 6d", 16, "detector.dataset.offset", "'6d' is no", "to 120h"),
        unseen(
            "offset: 2m",
            "offset: PT0.5S",
            16,
            "detector.dataset.offset",
            "is no",
            "whole seconds"),
        unseen(
            "{market: [us, uk]}",
            "{country: [us]}",
            17,
            "detector.dataset.filters.country",
            "'country' is no dimension",
            "platform, market"),
        seen(
            "{market: [us, uk]}",
            "{market: us}",
            17,
            "detector.dataset.filters.market",
            "'us' is no list",
            "{marketplace: [us, uk]}"),
        seen(
            "[us, uk]",
            "[us, 7]",
            17,
            "detector.dataset.filters.market[1]",
            "'7' is a number, not a text",
            "in quotes"),
        seen(
            "[us, uk]",
            "[us, no, false]",
            17,
            "detector.dataset.filters.market[2]",
            "'false' is true or false",
            "in quotes"),
        unseen(
            "views: Shop/Web",
            "clicks: Shop/Web",
            18,
            "detector.dataset.namespaces.clicks",
            "'clicks' is no measure",
            "views, revenue"),
        seen(
            "Shop/Web",
            "':Shop'",
            18,
            "detector.dataset.namespaces.views",
            "':Shop' is no namespace",
            "no colon"),
        seen("filters:", "filter:", 17, "detector.dataset.filter", "is no key", "mean 'filters'?"));
  }

  private static Stream<BlueprintMistake> source() {
    return Stream.of(
        seen("path: s3:", "paths: s3:", 22, S3 + ".paths", "is no key here", "mean 'path'?"),
        seen(
            "      s3:",
            "      rds: {tableName: t}\n      s3:",
            21,
            "detector.dataset.source",
            "names s3 and rds",
            "exactly one of"),
        seen(
            "s3://shop-data/{{yyyyMMdd}}/{{HHmm}}/",
            "s3://shop.data/{{yyyyMMdd}}/{{HHmm}}/",
            22,
            S3 + ".path",
            "is no path a detector can read",
            "no dots"),
        seen("path: s3:", "path: https:", 22, S3 + ".path", "is no path a", "Use s3://bucket"),
        unseen("{{HHmm}}", "{{HHnn}}", 22, S3 + ".path", "'n' is no date letter", "{{yyyyMMdd}}"),
        unseen("{{HHmm}}", "{{HHmm", 22, S3 + ".path", "is never closed", "double braces"),
        unseen(
            "{{HHmm}}", "{{HH}}", 22, S3 + ".path", "cannot tell intervals of PT5M", "{{yyyyMMdd"),
        seen(
            "s3://shop-history/",
            "/srv/history",
            23,
            S3 + ".history",
            "is no path of past data",
            "Use s3://bucket/folder/"),
        seen(
            "arn:aws:iam::123456789012:role/reader",
            "reader",
            24,
            S3 + ".role",
            "'reader' is no ARN of iam",
            "role/reader"),
        seen(
            "arn:aws:iam::123456789012:role/reader",
            "arn:aws:s3:::role/reader",
            24,
            S3 + ".role",
            "is no ARN of iam",
            "Write it as"),
        unseen(
            "activation: continuous",
            "activation: backtest",
            22,
            S3 + ".path",
            "never becomes continuous",
            "activation: continuous"),
        unseen(
            "timestamp: {column: at, format: yyyy-MM-dd HH:mm:ss, zone: UTC}",
            "",
            21,
            "detector.dataset.source",
            "which column dates a row",
            "Add timestamp"));
  }

  private static Stream<BlueprintMistake> csv() {
    return Stream.of(
        seen("GZIP", "ZIP", 26, S3 + ".csv.compression", "'ZIP' is no compression", "NONE, GZIP"),
        unseen("ISO-8859-1", "EBCDIK", 27, S3 + ".csv.charset", "is no character set", "Use UTF-8"),
        seen("header: false", "header: nope", 28, S3 + ".csv.header", "neither true", "Write true"),
        seen(
            "          columns: [platform, market, at, views, revenue]\n",
            "",
            26,
            S3 + ".csv",
            "need 'columns'",
            "Add columns"),
        unseen(
            "columns: [platform, market, at, views, revenue]",
            "columns: [platform, market, at, visits, revenue]",
            29,
            S3 + ".csv.columns",
            "lacks views",
            "every column"),
        seen(
            "at, views, revenue]",
            "at, views, revenue, a b]",
            29,
            S3 + ".csv.columns[5]",
            "'a b' is no column name",
            "letters, digits"),
        seen("\";\"", "\";;\"", 30, S3 + ".csv.delimiter", "is not one character", "in quotes"),
        seen("\";\"", "\"\\n\"", 30, S3 + ".csv.delimiter", "a line break ends", "in quotes"),
        seen("\"'\"", "\"\\n\"", 31, S3 + ".csv.quote", "a line break ends", "'' for none"));
  }

  private static Stream<BlueprintMistake> topics() {
    return Stream.of(
        seen(
            "topics:\n",
            "topics:\n  - {displayName: x}\n",
            33,
            "topics[0]",
            "'name' is missing",
            "name: anomalies"),
        seen(
            "topics:\n",
            "topics:\n  - {name: a.b}\n",
            33,
            "topics[0].name",
            "'a.b' is no topic name",
            "not its ARN"),
        unseen(
            "topics:\n",
            "topics:\n  - name: anomalies\n",
            34,
            "topics[1]",
            "two topics are named 'anomalies'",
            "name of its own"),
        seen(
            "displayName: Shop",
            "displayName: " + "x".repeat(101),
            34,
            "topics[0].displayName",
            "is no short name",
            "up to 100"),
        seen(
            "protocol: sqs",
            "protocol: fax",
            37,
            "topics[0].subscribers[0].protocol",
            "is no protocol of topics",
            "email, sqs"),
        unseen(
            "arn:aws:sqs:us-east-1:123456789012:oncall",
            "oncall",
            37,
            "topics[0].subscribers[0]",
            "'oncall' is no endpoint of protocol sqs",
            "as SNS does"),
        seen(
            "raw: true",
            "raw: 1",
            39,
            "topics[0].subscribers[0].raw",
            "'1' is neither true nor false",
            "without quotes"),
        seen(
            "[critical]",
            "critical",
            40,
            "topics[0].subscribers[0].filter.severityClass",
            "'critical' is no list",
            "List what passes"),
        unseen(
            "[critical]",
            "[!secret critical]",
            40,
            "topics[0].subscribers[0].filter",
            "a tag or a value",
            "texts, numbers"));
  }

  private static Stream<BlueprintMistake> alerts() {
    return Stream.of(
        seen("- name: oncall\n    ", "- ", 42, "alerts[0]", "'name' is missing", "name: oncall"),
        seen("name: oncall", "name: on.call", 42, "alerts[0].name", "is no name", "letters"),
        unseen(
            "name: automaton",
            "name: oncall",
            52,
            "alerts[1]",
            "two alerts are named 'oncall'",
            "name of its own"),
        seen("threshold: 60", "threshold: 101", 44, "alerts[0].threshold", "'101' is not", "100"),
        seen("threshold: 60", "threshold: high", 44, "alerts[0].threshold", "no whole", "0 to 100"),
        unseen(
            "measures: [revenue]",
            "measures: [sales]",
            45,
            "alerts[0].measures[0]",
            "'sales' is no measure",
            "views, revenue"),
        seen(
            "measures: [revenue]",
            "measures: []",
            45,
            "alerts[0].measures",
            "has 0",
            "from 1 to 5"),
        unseen(
            "{market: [us]}",
            "{shop: [us]}",
            46,
            "alerts[0].dimensions.shop",
            "'shop' is no dimension",
            "platform, market"),
        seen(
            "    sns:\n",
            "    lambda: {function: arn:aws:lambda:us-east-1:123456789012:function:f}\n    sns:\n",
            42,
            "alerts[0]",
            "has both 'sns' and 'lambda'",
            "exactly one"),
        seen(
            "alerts:\n",
            "alerts:\n  - {name: nobody}\n",
            42,
            "alerts[0]",
            "tells nobody",
            "exactly one"),
        unseen(
            "      topic: anomalies",
            "      topic: anomaly",
            49,
            "alerts[0].sns.topic",
            "'anomaly' is no topic of this file",
            "anomalies"),
        seen(
            "      topic: anomalies",
            "      topic: arn:aws:sqs:us-east-1:123456789012:queue",
            49,
            "alerts[0].sns.topic",
            "is no ARN of sns",
            "arn:aws:sns:"),
        seen("LONG_TEXT", "HTML", 50, "alerts[0].sns.format", "'HTML' is no format", "JSON, LONG"),
        seen(
            "arn:aws:lambda:us-east-1:123456789012:function:f",
            "f",
            54,
            "alerts[1].lambda.function",
            "'f' is no ARN of lambda",
            "function:f"));
  }
}

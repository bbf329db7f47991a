package dev.tidewatch.setup.cost;

import dev.tidewatch.setup.cost.CostLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a month costs at a size, line by line, with all that was assumed. */
public final class Estimate {
  private static final int HOURS = 730;
  private static final int RECORD_BYTES = 200;
  private static final int ROW_BYTES_A_COLUMN = 12;
  private static final int SHARD_RECORDS = 1_000;
  private static final int SHARD_BYTES = 1 << 20;
  private static final int DPU_RECORDS = 10_000;
  private static final int BATCH_PUTS = 10;
  private static final int ALERTS_A_MONTH = 30;
  private static final int BIG = 5_000;
  private static final int VOLUME = 20;

  /** An anomaly alarm is billed for its metric and both edges of its band. */
  private static final int METRICS_OF_BAND = 3;

  private final PriceTable prices;
  private final Size size;
  private final List<CostLine> lines = new ArrayList<>();

  private Estimate(PriceTable prices, Size size) {
    this.prices = prices;
    this.size = size;
  }

  /** The estimate for a size. */
  public static Estimate of(PriceTable prices, Size size) {
    Estimate estimate = new Estimate(prices, size);
    if (size.streams()) {
      estimate.stream();
      estimate.job();
    }
    estimate.files();
    estimate.alerts();
    estimate.detector();
    estimate.cloudWatch();
    estimate.lookout();
    return estimate;
  }

  /** What is paid for. */
  public List<CostLine> lines() {
    return List.copyOf(lines);
  }

  /** What a part costs. */
  public double total(Part part) {
    return lines.stream().filter(line -> line.part() == part).mapToDouble(CostLine::dollars).sum();
  }

  /** Where and when the prices were these. */
  public String place() {
    return "list prices of " + prices.text("region") + ", " + prices.text("date");
  }

  /** What was assumed, a sentence each. */
  public List<String> assumptions() {
    List<String> all = new ArrayList<>();
    all.add(HOURS + " hours a month; list prices without free tiers, discounts, transfer and tax");
    if (size.streams()) {
      all.add(
          number(size.recordsPerSecond())
              + " records a second of "
              + RECORD_BYTES
              + " bytes at all times; a shard takes 1,000 records or 1 MB a second");
      all.add(
          "a job of two G.1X workers, one more for each 10,000 records a second beyond 20,000;"
              + " a batch a minute with "
              + BATCH_PUTS
              + " objects of bookkeeping");
    } else {
      all.add("the file has no stream, so nothing is counted for bringing the data to their place");
    }
    all.add(
        number((double) size.series())
            + " series; without --series, "
            + Size.VALUES
            + " values a dimension, at most what a detector takes");
    all.add(ALERTS_A_MONTH + " alerts a month from each alert; SMS is not counted");
    all.add("storage is what one month adds; it adds up until a lifecycle rule ends it");
    all.add(
        "CloudWatch: coarser sets of dimensions have metrics as if all had the same number of values");
    return all;
  }

  private void add(Part part, String what, double dollars, String format, Object... values) {
    lines.add(new CostLine(part, what, String.format(Locale.ROOT, format, values), dollars));
  }

  private void stream() {
    long shards =
        Math.max(
            1,
            (long)
                Math.ceil(
                    Math.max(
                        size.recordsPerSecond() / SHARD_RECORDS,
                        size.recordsPerSecond() * RECORD_BYTES / SHARD_BYTES)));
    double hour = prices.of("kinesis.shard.hour");
    add(
        Part.DATA,
        "Kinesis shards",
        shards * HOURS * hour,
        "%,d × %d h × $%s",
        shards,
        HOURS,
        prices.text("kinesis.shard.hour"));
    double millions = size.recordsPerSecond() * HOURS * 3600 / 1e6;
    add(
        Part.DATA,
        "Kinesis records put",
        millions * prices.of("kinesis.units.million"),
        "%,.1f million × $%s",
        millions,
        prices.text("kinesis.units.million"));
  }

  private void job() {
    long units = Math.max(2, (long) Math.ceil(size.recordsPerSecond() / DPU_RECORDS));
    add(
        Part.DATA,
        "Glue streaming job",
        units * HOURS * prices.of("glue.dpu.hour"),
        "%,d DPU × %d h × $%s",
        units,
        HOURS,
        prices.text("glue.dpu.hour"));
  }

  private void files() {
    double intervals = HOURS * 60.0 / size.interval().duration().toMinutes();
    double puts = size.streams() ? 2 * intervals + BATCH_PUTS * HOURS * 60.0 : 0;
    if (size.streams()) {
      add(
          Part.DATA,
          "S3 objects put",
          puts / 1000 * prices.of("s3.put.thousand"),
          "%,.0f (file and manifest an interval, bookkeeping) × $%s a thousand",
          puts,
          prices.text("s3.put.thousand"));
    }
    add(
        Part.DATA,
        "S3 reads of the files",
        intervals / 1000 * (prices.of("s3.put.thousand") + prices.of("s3.get.thousand")),
        "%,.0f × (a list $%s + a get $%s a thousand)",
        intervals,
        prices.text("s3.put.thousand"),
        prices.text("s3.get.thousand"));
    int columns = 1 + size.dimensions() + size.measures();
    double gigabytes = intervals * size.rows() * columns * ROW_BYTES_A_COLUMN / 1e9;
    add(
        Part.DATA,
        "S3 storage",
        gigabytes * prices.of("s3.gigabyte.month"),
        "%,.0f intervals × %,d rows × %d bytes = %,.2f GB × $%s",
        intervals,
        size.rows(),
        columns * ROW_BYTES_A_COLUMN,
        gigabytes,
        prices.text("s3.gigabyte.month"));
  }

  private void alerts() {
    long messages = (long) size.alerts() * ALERTS_A_MONTH;
    long mails = messages * size.mailboxes();
    add(
        Part.DATA,
        "SNS messages",
        messages / 1e6 * prices.of("sns.publish.million")
            + mails / 1e5 * prices.of("sns.email.hundredthousand"),
        "%,d × $%s a million + %,d mails × $%s a hundred thousand",
        messages,
        prices.text("sns.publish.million"),
        mails,
        prices.text("sns.email.hundredthousand"));
  }

  private void detector() {
    int processors = size.series() > BIG ? 2 : 1;
    int memory = 2 * processors;
    String machine = size.series() > BIG ? "ec2.medium.hour" : "ec2.small.hour";
    double onEc2 = HOURS * prices.of(machine);
    add(
        Part.DETECTOR,
        "detector on Fargate",
        HOURS
            * (processors * prices.of("fargate.cpu.hour")
                + memory * prices.of("fargate.gigabyte.hour")),
        "%d h × (%d vCPU × $%s + %d GB × $%s); on an EC2 %s instead $%.2f",
        HOURS,
        processors,
        prices.text("fargate.cpu.hour"),
        memory,
        prices.text("fargate.gigabyte.hour"),
        size.series() > BIG ? "t4g.medium" : "t4g.small",
        onEc2);
    add(
        Part.DETECTOR,
        "its volume",
        VOLUME * prices.of("volume.gigabyte.month"),
        "%d GB × $%s",
        VOLUME,
        prices.text("volume.gigabyte.month"));
  }

  private void cloudWatch() {
    CloudWatchSize asked = size.cloudWatch();
    add(
        Part.CLOUDWATCH,
        "custom metrics",
        prices.tiered("cloudwatch.metric", size.metrics()),
        "%,d of %d sets of dimensions at %s",
        size.metrics(),
        asked.sets().size(),
        prices.tiers("cloudwatch.metric"));
    double intervals = HOURS * 60.0 / size.interval().duration().toMinutes();
    double requests = intervals * Math.ceil(size.metrics() / 1000.0);
    add(
        Part.CLOUDWATCH,
        "PutMetricData",
        requests / 1000 * prices.of("cloudwatch.request.thousand"),
        "%,.0f requests of up to 1,000 metrics × $%s a thousand",
        requests,
        prices.text("cloudwatch.request.thousand"));
    double metric = prices.of("cloudwatch.alarm.metric");
    add(
        Part.CLOUDWATCH,
        "alarms of the file",
        (asked.bands() * METRICS_OF_BAND + asked.others()) * metric,
        "(%,d bands × %d metrics, its own and both edges, + %,d) × $%s",
        asked.bands(),
        METRICS_OF_BAND,
        asked.others(),
        prices.text("cloudwatch.alarm.metric"));
    long more = Math.max(0, size.series() - asked.bands());
    add(
        Part.CLOUDWATCH_ALL,
        "anomaly alarms on other series",
        more * METRICS_OF_BAND * metric,
        "%,d × %d metrics × $%s",
        more,
        METRICS_OF_BAND,
        prices.text("cloudwatch.alarm.metric"));
  }

  private void lookout() {
    add(
        Part.LOOKOUT,
        "Lookout for Metrics, until 2025",
        prices.tiered("lookout.metric", size.series()),
        "%,d metrics at %s",
        size.series(),
        prices.tiers("lookout.metric"));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.valueOf(value);
  }
}

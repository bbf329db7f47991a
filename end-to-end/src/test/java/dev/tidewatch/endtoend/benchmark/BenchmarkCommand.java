package dev.tidewatch.endtoend.benchmark;

import dev.tidewatch.endtoend.ChildJvm;
import dev.tidewatch.endtoend.Repository;
import dev.tidewatch.localaws.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind {@code bin/benchmark}. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares the job with the same job as it is usually written (from_json, windowed",
      "aggregation with a watermark, partitioned CSV sink), both fed by the same Kinesis source.",
      "",
      "Fills streams on loopback, then runs the jobs in turn, each in a fresh JVM on two cores:",
      "once to warm up, once measured. Ours writes to S3; the usual one to a folder, which is",
      "cheaper, and has 2 shuffle partitions instead of Spark's 200. Prints medians.",
      ""
    })
public final class BenchmarkCommand implements Callable<Integer> {
  private static final String BUCKET = "benchmark";
  private static final int FEW = 2_400;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Option(
      names = "--records",
      defaultValue = "1000000",
      description = "How many records to read. Default: ${DEFAULT-VALUE}.")
  private int records;

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "How many runs of each job. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(names = "--only", description = "One of: ${COMPLETION-CANDIDATES}. Default: all.")
  private Job only;

  @Option(
      names = "--recordings",
      paramLabel = "FOLDER",
      description = "Put flight recordings of all runs there: where the time goes.")
  private Path recordings;

  private final Results results = new Results();
  private LocalAws aws;
  private Path work;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new BenchmarkCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    work = Files.createTempDirectory("benchmark");
    Instant start = Instant.now().minus(OrderStream.SPAN.plusHours(1));
    var clock = new TravellingClock();
    try (LocalAws started =
        LocalAws.start(
            LocalAws.Options.defaults().withFolder(work.resolve("aws")).withClock(clock))) {
      aws = started;
      Files.createDirectories(work.resolve("aws/s3").resolve(BUCKET));
      write(clock, start.truncatedTo(ChronoUnit.HOURS));
      runAll();
    } finally {
      remove(work);
    }
    System.out.println();
    System.out.print(results.table());
    return 0;
  }

  private void write(TravellingClock clock, Instant start) {
    progress("Writing %,d records, and a stream of %,d", records, FEW);
    try (var orders = new OrderStream(aws.endpoints().kinesis(), clock)) {
      orders.write("many", records, start);
      orders.write("few", FEW, start);
    }
    clock.letGo();
  }

  private void runAll() throws IOException {
    List<Job> jobs = only == null ? List.of(Job.values()) : List.of(only);
    for (int run = 1; run <= runs; run++) {
      for (Job job : jobs) {
        Measurement many = run(job, "many", records, Duration.ofHours(1), run);
        Measurement few = run(job, "few", FEW, Duration.ofMinutes(10), run);
        results.addMany(job, many);
        results.addFew(job, few);
        progress(
            "Run %d of %s: %.2f us a record, %.0f ms a batch of few",
            run, job, many.cpuMicrosPerRecord(), few.cpuMillisPerBatch());
      }
    }
  }

  private Measurement run(Job job, String stream, int size, Duration maxSpan, int run)
      throws IOException {
    String name = job + "-" + stream + "-" + run;
    Path folder = Files.createDirectory(work.resolve(name));
    ChildJvm.Outcome outcome =
        ChildJvm.run(
            options(name),
            Repository.jobClassPath() + ":" + Repository.file("etl/target/test-classes"),
            aws.environment(),
            PATIENCE,
            "dev.tidewatch.etl.bench.MeasuredRun",
            List.of(
                job.toString(),
                stream,
                maxSpan.toString(),
                job.output(folder, BUCKET),
                folder.resolve("checkpoints").toString()));
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(name + " failed:\n" + outcome.output());
    }
    return Measurement.parse(outcome.output(), size);
  }

  private List<String> options(String name) {
    List<String> options = new ArrayList<>(List.of("-Xmx1g"));
    if (recordings != null) {
      options.add(
          "-XX:StartFlightRecording:settings=profile,filename="
              + recordings.toAbsolutePath().resolve(name + ".jfr"));
    }
    return options;
  }

  private static void progress(String text, Object... values) {
    System.err.println(text.formatted(values));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

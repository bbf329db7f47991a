package dev.tidewatch.detector.benchmark;

import dev.tidewatch.detector.child.Trade;
import dev.tidewatch.detector.schedule.FilledDetector;
import dev.tidewatch.localaws.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Measures the detector server and prints the figures beside what they should be. */
@Command(
    name = "bin/detector-benchmark",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the detector server in processes of its own, with real clients and S3, SNS and SQS on loopback.",
      "Ends with 1 when a target is missed.",
      ""
    })
final class BenchmarkCommand implements Callable<Integer> {
  /** What is measured. */
  enum Part {
    ALERT,
    LEARNING,
    START,
    ANSWERS,
    MANY
  }

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Of ${COMPLETION-CANDIDATES}; separated by commas. Default: all.")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Option(
      names = "--runs",
      description = "How often what is no percentile is measured. Default: 3.")
  private int runs = 3;

  @Option(names = "--calls", description = "How many calls of each operation. Default: 500.")
  private int calls = 500;

  @Option(
      names = "--intervals",
      description = "How many intervals 30 detectors run, five minutes each. Default: 1.")
  private int intervals = 1;

  @Option(names = "--jar", required = true, hidden = true)
  private Path jar;

  @Option(names = "--folder", required = true, hidden = true)
  private Path folder;

  private final List<Measure> measures = new ArrayList<>();

  private BenchmarkCommand() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new BenchmarkCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try (LocalAws aws = LocalAws.start(LocalAws.Options.defaults())) {
      for (Part part : EnumSet.copyOf(parts)) {
        System.err.println("measuring " + part);
        try (Ground ground =
            new Ground(aws, folder, part.name().toLowerCase(java.util.Locale.ROOT))) {
          add(measured(part, ground));
        }
      }
    }
    System.out.println("| measure | target | measured | |");
    System.out.println("| --- | --- | --- | --- |");
    measures.forEach(measure -> System.out.println(measure.line()));
    return measures.stream().allMatch(Measure::kept) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void add(List<Measure> more) {
    more.forEach(each -> System.err.println(each.line()));
    measures.addAll(more);
  }

  private List<Measure> measured(Part part, Ground ground) throws IOException {
    return switch (part) {
      case ALERT -> new AlertSpeed(ground, runs).measure();
      case LEARNING -> new LearningSpeed(ground, runs).measure();
      case START -> new StartSpeed(ground, jar, "start of a new server", runs).measure();
      case ANSWERS -> answers(ground);
      case MANY -> new ManyDetectors(ground, intervals).measure();
    };
  }

  private List<Measure> answers(Ground ground) throws IOException {
    long begun = System.nanoTime();
    String detector = FilledDetector.fill(ground.database(), new Trade(50, 100, List.of("orders")));
    System.err.printf(
        "filled in %d s: %d MB%n",
        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
        Files.size(ground.database()) >> 20);
    List<Measure> all = new ArrayList<>(new AnswerSpeed(ground, detector, calls).measure());
    all.addAll(new OverviewSpeed(ground.database(), calls).measure());
    all.addAll(
        new StartSpeed(ground, jar, "start with 5,000 series x 2,500 intervals", runs).measure());
    all.addAll(new DeletionSpeed(ground, detector).measure());
    return all;
  }
}

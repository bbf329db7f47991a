package dev.tidewatch.evaluation.determinism;

import dev.tidewatch.evaluation.command.CommandFrame;
import dev.tidewatch.evaluation.folder.Folders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./evaluate determinism}. */
@Command(
    name = "determinism",
    description = {
      "Feeds the same input in several ways and compares every bit of every answer and of the state"
          + " afterwards: one interval after the other, with a restart between any two, as a batch,"
          + " and in fresh JVMs with other compilers, collectors and processor instructions.",
      "",
      "The input is made here: series of many kinds with spikes, outages and gaps, over a change"
          + " of the clocks. Takes a minute."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./evaluate determinism",
      "  All series and cubes of a folder, too (minutes):",
      "    ./evaluate determinism --data data"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:everything is the same", "1:something is not", "2:the options are wrong"})
public final class DeterminismCommand implements Callable<Integer> {
  private static final int MANY = 10_000;
  private static final int FEW = 1_000;
  private static final String HEAD =
      "fed one by one, and again with           inputs      answers  unlike    state bytes  unlike";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A folder of data; labels are not read.")
  private @Nullable Path data;

  @Option(names = "--quick", description = "A tenth of the made input.")
  private boolean quick;

  @Mixin private CommandFrame frame = new CommandFrame();

  @Override
  public Integer call() {
    PrintWriter out = frame.out();
    List<String> differing = new ArrayList<>();
    boolean alike = run(new Comparisons(differing::add), out);
    differing.forEach(subject -> out.println("not the same: " + subject));
    return alike ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private boolean run(Comparisons comparisons, PrintWriter out) {
    int values = quick ? FEW : MANY;
    List<Subject> subjects = new ArrayList<>(Subjects.made(values));
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(values)));
    Folders.existing(data)
        .ifPresent(
            folder -> {
              subjects.addAll(Subjects.in(folder));
              arguments.add(folder.toString());
            });
    out.println(HEAD);
    List<Fingerprint> usual = FreshJvm.run(JvmVariant.COMPILED, arguments);
    List<Supplier<Comparison>> ways =
        List.of(
            () -> comparisons.restarts(subjects),
            () -> comparisons.batches(subjects),
            () -> inJvm(comparisons, JvmVariant.QUICKLY_COMPILED, usual, arguments),
            () -> inJvm(comparisons, JvmVariant.PLAIN_PROCESSOR, usual, arguments),
            () -> interpreted(comparisons));
    return ways.stream().map(Supplier::get).filter(way -> !print(out, way)).count() == 0;
  }

  /** The interpreter takes fifty times as long: short series only. */
  private static Comparison interpreted(Comparisons comparisons) {
    List<String> few = List.of(String.valueOf(FEW));
    List<Fingerprint> usual = FreshJvm.run(JvmVariant.COMPILED, few);
    return inJvm(comparisons, JvmVariant.INTERPRETED, usual, few);
  }

  private static Comparison inJvm(
      Comparisons comparisons,
      JvmVariant variant,
      List<Fingerprint> usual,
      List<String> arguments) {
    List<Fingerprint> other = FreshJvm.run(variant, arguments);
    return comparisons.jvms("JVM: " + variant.label(), usual, other);
  }

  private static boolean print(PrintWriter out, Comparison comparison) {
    out.printf(
        Locale.ROOT,
        "%-40s %6d %,12d %7d %,14d %7d%n",
        comparison.what(),
        comparison.subjects(),
        comparison.answers(),
        comparison.answersUnlike(),
        comparison.bytes(),
        comparison.bytesUnlike());
    out.flush();
    return comparison.alike();
  }
}

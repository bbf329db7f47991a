package dev.tidewatch.etl.command;

import static dev.tidewatch.etl.command.UserErrors.FAILED;

import dev.tidewatch.etl.audit.Audit;
import dev.tidewatch.etl.audit.AuditJson;
import dev.tidewatch.etl.audit.AuditReport;
import dev.tidewatch.etl.audit.Period;
import dev.tidewatch.etl.deliver.DeliveryLayout;
import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.store.ObjectStores;
import dev.tidewatch.metricset.MetricSet;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Proves that every record read is written, late or rejected, and that every object is as it was
 * written.
 */
@Command(
    name = "audit",
    description =
        "Adds up every batch, interval, late and rejected record, and compares every object with what was"
            + " said of it. Changes nothing; may run beside the job.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:everything adds up", "1:something does not; it is named", "2:wrong options"})
public final class AuditCommand implements Callable<Integer> {
  /** What to print besides the sum. */
  enum Table {
    INTERVAL,
    DAY
  }

  /** In which form. */
  enum Form {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private MetricSetOption metricSet = new MetricSetOption();

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Only intervals that start at or after, such as 2026-11-20T00:00:00Z.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "INSTANT", description = "Only intervals that start before.")
  private @Nullable Instant to;

  @Option(
      names = "--by",
      paramLabel = "TABLE",
      description = "Print a table too: ${COMPLETION-CANDIDATES}.")
  private @Nullable Table table;

  @Option(
      names = {"-o", "--output-format"},
      paramLabel = "FORM",
      defaultValue = "TEXT",
      description = "${COMPLETION-CANDIDATES}. Default ${DEFAULT-VALUE}.")
  private Form form = Form.TEXT;

  @Override
  public Integer call() {
    MetricSet read = metricSet.text().read();
    try (ObjectStore store =
        ObjectStores.open(read.output().location(), MetricSetOption.PATIENCE)) {
      checkWritten(store);
      AuditReport report = new Audit(store, read).run(period());
      print(report);
      return report.isClean() ? 0 : FAILED;
    }
  }

  /** A sum of nothing adds up, and proves nothing: the place is more likely a wrong one. */
  private static void checkWritten(ObjectStore store) {
    try (Stream<String> keys = store.list(DeliveryLayout.LEDGER)) {
      if (keys.findAny().isEmpty()) {
        throw new IllegalArgumentException(
            "no batch has been written to "
                + store.location()
                + " yet: name the location the job writes to with --output, or wait for its first batch");
      }
    }
  }

  private Period period() {
    return new Period(from == null ? Instant.MIN : from, to == null ? Instant.MAX : to);
  }

  private void print(AuditReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (form == Form.JSON) {
      out.println(AuditJson.of(report));
      return;
    }
    if (table != null) {
      out.print(table == Table.DAY ? report.dayTable() : report.intervalTable());
    }
    out.print(report.text());
    out.flush();
  }
}

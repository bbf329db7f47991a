package dev.tidewatch.etl.command;

import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.SideArea;
import dev.tidewatch.etl.deliver.SideObject;
import dev.tidewatch.etl.deliver.SideRecord;
import dev.tidewatch.etl.deliver.store.ObjectStores;
import dev.tidewatch.metricset.MetricSet;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the records that got into no interval file: to see why, or to feed them in again. */
@Command(
    name = "aside",
    description = {
      "Prints records that came too late or could not be used, and why.",
      "With --bytes it prints their own bytes alone, which can be mended and read with 'run --files'."
    },
    mixinStandardHelpOptions = true)
public final class AsideCommand implements Callable<Integer> {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/", Locale.ROOT);

  @Mixin private MetricSetOption metricSet = new MetricSetOption();

  @Parameters(paramLabel = "AREA", description = "Which: ${COMPLETION-CANDIDATES}.")
  private SideObject.Area area = SideObject.Area.REJECTED;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "Only records that arrived that day (UTC), such as 2026-11-20.")
  private @Nullable LocalDate day;

  @Option(names = "--bytes", description = "Only the records' own bytes, one record a line.")
  private boolean bytes;

  @Override
  public Integer call() throws IOException {
    MetricSet read = metricSet.text().read();
    String keys = area.prefix() + (day == null ? "" : DAY.format(day));
    try (ObjectStore store = ObjectStores.open(read.output().location(), MetricSetOption.PATIENCE);
        Stream<SideRecord> records = new SideArea(store).read(keys)) {
      var out =
          new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
      records.forEach(record -> print(record, out));
      out.flush();
    }
    return 0;
  }

  private void print(SideRecord record, PrintStream out) {
    if (!bytes) {
      out.print(record.record().arrival());
      out.print(' ');
      out.print(
          record.intervalStart().map(start -> "late for " + start).orElseGet(() -> reason(record)));
      out.print(": ");
    }
    out.writeBytes(record.record().data());
    out.print('\n');
  }

  private static String reason(SideRecord record) {
    return record.errorCode().orElse("") + " (" + record.errorMessage().orElse("") + ")";
  }
}

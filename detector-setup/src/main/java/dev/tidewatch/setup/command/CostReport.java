package dev.tidewatch.setup.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.cost.CostLine;
import dev.tidewatch.setup.cost.CostLine.Part;
import dev.tidewatch.setup.cost.Estimate;
import dev.tidewatch.setup.cost.Size;
import java.io.PrintWriter;
import java.util.Locale;

/** Writes estimates. */
final class CostReport {
  private final PrintWriter out;
  private final Estimate estimate;
  private final Size size;

  CostReport(PrintWriter out, Estimate estimate, Size size) {
    this.out = out;
    this.estimate = estimate;
    this.size = size;
  }

  void print() {
    out.println(
        "A month in US dollars, " + estimate.place() + " (check them before you rely on it)");
    for (Part part : Part.values()) {
      out.println();
      out.println(title(part));
      estimate.lines().stream().filter(line -> line.part() == part).forEach(this::print);
    }
    out.println();
    out.println("Together");
    print("with the detector", with(Part.DETECTOR));
    print("with CloudWatch in its place", with(Part.CLOUDWATCH));
    print("with CloudWatch on each series", onEachSeries());
    print("with Lookout, while it lasted", with(Part.LOOKOUT));
    out.println();
    out.println("Assumed");
    estimate.assumptions().forEach(assumption -> out.println("  - " + assumption));
    out.flush();
  }

  private static String title(Part part) {
    return switch (part) {
      case DATA -> "Data and alerts";
      case DETECTOR -> "Detector";
      case CLOUDWATCH -> "CloudWatch in place of a detector, as the file says";
      case CLOUDWATCH_ALL -> "CloudWatch watching each series, as a detector does: on top";
      case LOOKOUT -> "For comparison";
    };
  }

  private void print(CostLine line) {
    out.printf(
        Locale.ROOT, "  %-32s %,12.2f   %s%n", line.what(), line.dollars(), line.arithmetic());
  }

  private void print(String what, double dollars) {
    out.printf(Locale.ROOT, "  %-32s %,12.2f%n", what, dollars);
  }

  private double with(Part part) {
    return estimate.total(Part.DATA) + estimate.total(part);
  }

  private double onEachSeries() {
    return with(Part.CLOUDWATCH) + estimate.total(Part.CLOUDWATCH_ALL);
  }

  void printJson() {
    ObjectNode answer = new ObjectMapper().createObjectNode();
    answer
        .put("prices", estimate.place())
        .put("currency", "USD")
        .put("series", size.series())
        .put("recordsPerSecond", size.recordsPerSecond());
    ArrayNode lines = answer.putArray("lines");
    estimate
        .lines()
        .forEach(
            line ->
                lines
                    .addObject()
                    .put("part", line.part().name().toLowerCase(Locale.ROOT))
                    .put("what", line.what())
                    .put("arithmetic", line.arithmetic())
                    .put("dollars", cents(line.dollars())));
    answer
        .putObject("totals")
        .put("detector", cents(with(Part.DETECTOR)))
        .put("cloudwatch", cents(with(Part.CLOUDWATCH)))
        .put("cloudwatchOnEachSeries", cents(onEachSeries()))
        .put("lookout", cents(with(Part.LOOKOUT)));
    estimate.assumptions().forEach(answer.putArray("assumptions")::add);
    out.println(answer.toPrettyString());
    out.flush();
  }

  private static double cents(double dollars) {
    return Math.round(dollars * 100) / 100.0;
  }
}

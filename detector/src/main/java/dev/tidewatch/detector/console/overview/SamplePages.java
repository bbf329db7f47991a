package dev.tidewatch.detector.console.overview;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.sample.SampleData;

/** Loads sample data for who has none of their own, and takes them away again. */
public final class SamplePages {
  private final SampleData sample;

  public SamplePages(SampleData sample) {
    this.sample = requireNonNull(sample, "sample");
  }

  public void load(Visit visit) {
    sample.load();
    visit.leadTo("/", Notice.done("Sample data are being loaded."));
  }

  public void remove(Visit visit) {
    sample.remove();
    visit.leadTo("/", Notice.done("The sample data are being taken away."));
  }
}

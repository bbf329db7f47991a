package dev.tidewatch.evaluation.picture;

import dev.tidewatch.evaluation.label.Labels;
import dev.tidewatch.evaluation.picture.Episode.Kind;
import dev.tidewatch.evaluation.series.SeriesReader;
import dev.tidewatch.evaluation.series.TimeSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes pages of the series of a folder of data. */
public final class Gallery {
  private final Path data;

  public Gallery(Path data) {
    this.data = data;
  }

  /** A page of every series, {@code FOLDER/SET/SERIES.html}; answers how many. */
  public int all(Path folder) {
    List<SeriesAddress> addresses = SeriesAddress.all(data);
    for (SeriesAddress address : addresses) {
      write(folder.resolve(address.text() + ".html"), series(address));
    }
    return addresses.size();
  }

  /** A page of one series. */
  String series(SeriesAddress address) {
    List<Panel> panels = new ArrayList<>();
    ScoredSeries scored = scored(address, panels);
    return Page.ofSeries(scored, panels.stream().map(Panel::episode).toList());
  }

  /**
   * A page of the worst of a set: so many missed events, those that stand out most, and so many
   * false alerts, the most severe.
   */
  String worst(String set, int count) {
    List<Panel> panels = new ArrayList<>();
    for (SeriesAddress address : SeriesAddress.inSet(data, set)) {
      scored(address, panels);
      keepWorst(panels, count);
    }
    return Page.ofPanels("The worst of " + set, panels);
  }

  static void write(Path file, String page) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }
  }

  private ScoredSeries scored(SeriesAddress address, List<Panel> panels) {
    TimeSeries series = SeriesReader.read(address.file());
    ScoredSeries scored = ScoredSeries.of(address.text(), series);
    List<Episode> episodes =
        Labels.of(data, address.set(), address.file().name(), series)
            .map(labels -> Episodes.of(scored, labels))
            .orElseGet(() -> Episodes.unlabelled(scored));
    episodes.forEach(episode -> panels.add(new Panel(scored, episode, episodes)));
    return scored;
  }

  private static void keepWorst(List<Panel> panels, int count) {
    List<Panel> missed =
        ranked(panels, Kind.MISSED, Comparator.comparingDouble(panel -> -distance(panel)), count);
    List<Panel> falseAlerts =
        ranked(
            panels,
            Kind.FALSE_ALERT,
            Comparator.comparingDouble(
                panel -> -panel.scored().score(panel.episode().peak()).score()),
            count);
    panels.clear();
    panels.addAll(missed);
    panels.addAll(falseAlerts);
  }

  private static List<Panel> ranked(
      List<Panel> panels, Kind kind, Comparator<Panel> worstFirst, int count) {
    Stream<Panel> ofKind = panels.stream().filter(panel -> panel.episode().kind() == kind);
    return ofKind.sorted(worstFirst).limit(count).toList();
  }

  private static double distance(Panel panel) {
    double most = 0;
    for (int row = panel.episode().rows().first(); row <= panel.episode().rows().last(); row++) {
      most = Math.max(most, panel.scored().distance(row));
    }
    return most;
  }
}

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
import java.util.function.ToDoubleFunction;

/** Makes pages of the series of a folder of data. */
public final class Gallery {
  private static final int MOST_OF_A_SERIES = 3;

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
   * false alerts, the most severe. No more than three of each are of one series: the page shows
   * what goes wrong, not where it goes wrong most often.
   */
  String worst(String set, int count) {
    List<Panel> panels = new ArrayList<>();
    for (SeriesAddress address : SeriesAddress.inSet(data, set)) {
      List<Panel> ofSeries = new ArrayList<>();
      scored(address, ofSeries);
      panels.addAll(worst(ofSeries, MOST_OF_A_SERIES));
    }
    return Page.ofPanels("The worst of " + set, worst(panels, count));
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

  private static List<Panel> worst(List<Panel> panels, int count) {
    List<Panel> worst = new ArrayList<>();
    worst.addAll(ranked(panels, Kind.MISSED, Gallery::distance, count));
    worst.addAll(ranked(panels, Kind.FALSE_ALERT, Gallery::score, count));
    return worst;
  }

  private static List<Panel> ranked(
      List<Panel> panels, Kind kind, ToDoubleFunction<Panel> badness, int count) {
    return panels.stream()
        .filter(panel -> panel.episode().kind() == kind)
        .sorted(Comparator.comparingDouble(badness).reversed())
        .limit(count)
        .toList();
  }

  private static double score(Panel panel) {
    return panel.scored().score(panel.episode().peak()).score();
  }

  private static double distance(Panel panel) {
    double most = 0;
    for (int row = panel.episode().rows().first(); row <= panel.episode().rows().last(); row++) {
      most = Math.max(most, panel.scored().distance(row));
    }
    return most;
  }
}

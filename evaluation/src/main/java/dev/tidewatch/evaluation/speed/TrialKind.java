package dev.tidewatch.evaluation.speed;

/** What can be tried; each makes a trial over so many series. */
enum TrialKind {
  SERIES("scorer alone") {
    @Override
    Trial trial(int size, int runs) {
      return new SeriesTrial(size, runs);
    }

    @Override
    long megabytes(int size) {
      return 256 + size * 5L / 1_000;
    }
  },
  FOREST("random cut forest (AWS)") {
    @Override
    Trial trial(int size, int runs) {
      return new ForestTrial(size, runs);
    }

    @Override
    long megabytes(int size) {
      return 512 + size * 26L / 10; // twice what they hold: little of the time is collection
    }
  },
  DETECTOR("whole engine") {
    @Override
    Trial trial(int size, int runs) {
      return new DetectorTrial(size, runs);
    }

    @Override
    long megabytes(int size) {
      return 1_024 + size * 12L / 1_000; // twice, while it is read back
    }
  },
  SEARCH("root cause") {
    @Override
    Trial trial(int size, int runs) {
      return new SearchTrial(size, runs);
    }

    @Override
    long megabytes(int size) {
      return 512;
    }
  };

  private final String label;

  TrialKind(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * @param size how many series (of the whole engine: leaves)
   * @param runs of which the median counts
   */
  abstract Trial trial(int size, int runs);

  /** The heap the trial is given. */
  abstract long megabytes(int size);
}

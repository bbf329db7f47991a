package dev.tidewatch.detector.server;

import dev.tidewatch.detector.alerting.ConsoleLinks;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.store.Database;
import java.util.List;
import java.util.Optional;

/** The pages of the console about groups. */
record GroupPages(Database database, ConsoleLinks links) {
  /** That of the only group whose id begins so. */
  Optional<String> find(String prefix) {
    return database.read(
        handle -> {
          List<FoundGroup> groups = Groups.startingWith(handle, prefix, 2);
          return groups.size() == 1
              ? Detectors.find(handle, groups.get(0).detector())
                  .map(detector -> links.group(detector.name(), groups.get(0).id()))
              : Optional.empty();
        });
  }
}

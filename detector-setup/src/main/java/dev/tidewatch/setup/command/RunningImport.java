package dev.tidewatch.setup.command;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Imported;
import dev.tidewatch.setup.lookout.Directory;
import dev.tidewatch.setup.lookout.RunningDetector;

/** Makes a blueprint of a detector that is there. */
final class RunningImport {
  private RunningImport() {}

  static Imported read(String name) {
    try (Clients clients = new Clients()) {
      Session.checkEndpoint(clients);
      Directory directory = new Directory(clients.lookout(), Patience.usual(), name);
      return new RunningDetector(directory, clients.sns())
          .read()
          .orElseThrow(() -> new NotThere("there is no detector '" + name + "'"));
    }
  }
}

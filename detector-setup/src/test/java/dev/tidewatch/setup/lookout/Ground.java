package dev.tidewatch.setup.lookout;

import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.setup.History;
import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.plan.Apply;
import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Planner;
import dev.tidewatch.setup.plan.StepObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;

/** A station with a bucket that holds history, and files that are set up over it. */
final class Ground implements AutoCloseable {
  static final Identity ME =
      new Identity("aws", "us-east-1", "123456789012", "arn:aws:iam::123456789012:user/me");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Station station;
  private final Clients clients = new Clients();

  Ground(Path folder) {
    this.station = Station.start(folder);
    History.put(clients.s3(), "shop-data");
  }

  /** What AWS's services were asked for, and what becomes of requests to come. */
  Calls calls() {
    return station.aws().calls();
  }

  Clients clients() {
    return clients;
  }

  LookoutTarget target(String text) {
    Blueprint blueprint = BlueprintFile.read(text, "shop.yaml");
    return LookoutTarget.of(blueprint, clients, ME, Patience.usual());
  }

  Plan plan(String text) {
    return target(text).plan(new Planner(false));
  }

  void apply(String text) {
    new Apply(new Hearing(event -> {})).run(plan(text));
  }

  /** Applies, telling every beginning and end of a step. */
  void apply(String text, Consumer<String> events) {
    new Apply(new Hearing(events)).run(plan(text));
  }

  void destroy(String text) {
    new Apply(new Hearing(event -> {})).run(target(text).destruction(true));
  }

  Directory directory(String detector) {
    return new Directory(clients.lookout(), Patience.usual(), detector);
  }

  /** How the detector is once nothing is under way. */
  DescribeAnomalyDetectorResponse settled(String detector) {
    return new Waiting(directory(detector))
        .untilSettled(PATIENCE, looked -> {})
        .orElseThrow(AssertionError::new);
  }

  /** Everything that is there for a file, in words that do not depend on when it was made. */
  List<String> state(String text) {
    List<String> state = new ArrayList<>();
    for (Change change : target(text).plan(new Planner(false)).changes()) {
      state.add(
          change.subject()
              + " "
              + change.resource().existing().map(each -> each.owner() + " " + each.attributes()));
    }
    return state;
  }

  @Override
  public void close() {
    clients.close();
    station.close();
  }

  private record Hearing(Consumer<String> events) implements StepObserver {
    @Override
    public void begins(Change step) {
      events.accept("begins " + step.subject());
    }

    @Override
    public void done(Change step, String result) {
      events.accept("done " + step.subject());
    }
  }
}

package dev.tidewatch.setup.cloudwatch;

import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.plan.Apply;
import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Planner;
import dev.tidewatch.setup.plan.StepObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** AWS on this machine, and files that are set up over it. */
public final class Sky implements AutoCloseable {
  public static final Identity ME =
      new Identity("aws", "us-east-1", "123456789012", "arn:aws:iam::123456789012:user/me");

  private final Station station;
  private final Clients clients = new Clients();

  public Sky(Path folder) {
    this.station = Station.start(folder);
    clients.s3().createBucket(request -> request.bucket("shop-data"));
  }

  public Clients clients() {
    return clients;
  }

  public LocalAws aws() {
    return station.aws();
  }

  public static Blueprint blueprint(String text) {
    return BlueprintFile.read(text, "web.yaml");
  }

  CloudWatchTarget target(String text) {
    return CloudWatchTarget.of(blueprint(text), clients, ME);
  }

  Plan plan(String text) {
    return target(text).plan(new Planner(false));
  }

  static List<String> steps(Plan plan) {
    return plan.steps().stream().map(step -> step.action().sign() + " " + step.subject()).toList();
  }

  public void apply(String text) {
    run(plan(text), event -> {});
  }

  /** Applies, telling every beginning and end of a step. */
  void apply(String text, Consumer<String> events) {
    run(plan(text), events);
  }

  void destroy(String text, Consumer<String> events) {
    run(target(text).destruction(true), events);
  }

  static void run(Plan plan, Consumer<String> events) {
    new Apply(
            new StepObserver() {
              @Override
              public void begins(Change step) {
                events.accept("begins " + step.subject());
              }

              @Override
              public void done(Change step, String result) {
                events.accept("done " + step.subject());
              }
            })
        .run(plan);
  }

  /** Everything that is there for a file. */
  List<String> state(String text) {
    List<String> state = new ArrayList<>();
    for (Change change : plan(text).changes()) {
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
}

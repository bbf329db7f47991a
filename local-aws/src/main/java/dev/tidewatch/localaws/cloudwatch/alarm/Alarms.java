package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.anomaly.BandModel;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.cloudwatch.metric.MetricStore;
import dev.tidewatch.localaws.cloudwatch.query.MetricQuery;
import dev.tidewatch.localaws.protocol.AwsException;
import dev.tidewatch.localaws.protocol.Input;
import dev.tidewatch.localaws.protocol.Tags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The alarms of one account and region and their states. Safe for many threads. */
public final class Alarms {
  private final NavigableMap<String, Alarm> alarms = new TreeMap<>();
  private final History history = new History();
  private final Place place;
  private final InstantSource clock;
  private final AlarmCheck check;
  private final Outlets outlets;

  /** Where the alarms are, as messages and ARNs have it. */
  public record Place(String region, String account) {
    public Place {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
    }

    String arn(String alarm) {
      return "arn:aws:cloudwatch:" + region + ":" + account + ":alarm:" + alarm;
    }
  }

  /**
   * @param models what is expected of a query
   */
  public Alarms(
      Place place,
      InstantSource clock,
      MetricStore store,
      Function<MetricQuery, BandModel> models,
      Outlets outlets) {
    this.place = requireNonNull(place, "place");
    this.clock = requireNonNull(clock, "clock");
    this.check = new AlarmCheck(store, models);
    this.outlets = requireNonNull(outlets, "outlets");
  }

  /** Looks at every alarm; whoever is to know of a change is told. */
  public synchronized void evaluate() {
    Instant now = clock.instant();
    for (Alarm alarm : List.copyOf(alarms.values())) {
      move(alarm, check.check(alarm, now));
    }
  }

  /** Makes the alarm, or gives it other settings and leaves its state and tags. */
  synchronized void put(AlarmSettings settings, Tags tags) {
    Instant now = clock.instant();
    @Nullable Alarm there = alarms.get(settings.name());
    Alarm alarm =
        there == null
            ? new Alarm(place.arn(settings.name()), settings, AlarmState.unchecked(now), now, tags)
            : there.with(settings, now);
    alarms.put(alarm.name(), alarm);
    history.addConfiguration(alarm, there == null ? "Create" : "Update", now);
  }

  /** Deletes them all; when one is not there, none. */
  synchronized void delete(List<String> names) {
    for (String name : names) {
      if (!alarms.containsKey(name)) {
        throw new AwsException(404, "ResourceNotFound", "Alarm does not exist: " + name);
      }
    }
    for (String name : names) {
      Optional.ofNullable(alarms.remove(name))
          .ifPresent(gone -> history.addConfiguration(gone, "Delete", clock.instant()));
    }
  }

  /** Changes an alarm that may have gone, in which case nothing happens. */
  synchronized void enable(String name, boolean whether) {
    @Nullable Alarm alarm = alarms.get(name);
    if (alarm != null) {
      Instant now = clock.instant();
      alarms.put(name, alarm.with(alarm.settings().withActions(whether), now));
      history.addConfiguration(alarm, "Update", now);
    }
  }

  /** Puts an alarm in a state until it is looked at again. */
  synchronized void set(String name, StateValue value, String reason, String data) {
    @Nullable Alarm alarm = alarms.get(name);
    if (alarm == null) {
      throw new AwsException(404, "ResourceNotFound", "Alarm does not exist: " + name);
    }
    move(alarm, alarm.state().to(value, reason, data, clock.instant()));
  }

  synchronized List<Alarm> all() {
    return List.copyOf(alarms.values());
  }

  synchronized ObjectNode history(Input input) {
    return history.describe(input);
  }

  synchronized Tags tags(String arn) {
    return byArn(arn).tags();
  }

  synchronized void tag(String arn, UnaryOperator<Tags> change) {
    Alarm alarm = byArn(arn);
    alarms.put(alarm.name(), alarm.with(change.apply(alarm.tags())));
  }

  private Alarm byArn(String arn) {
    return alarms.values().stream()
        .filter(alarm -> alarm.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> MetricErrors.notFound("There is no alarm of the ARN " + arn));
  }

  private void move(Alarm alarm, AlarmState state) {
    Alarm moved = alarm.with(state);
    alarms.put(moved.name(), moved);
    if (state.value() != alarm.state().value()) {
      tell(new StateChange(moved, alarm.state()));
    }
  }

  private void tell(StateChange change) {
    history.addState(change);
    Alarm alarm = change.alarm();
    outlets.events().accept(AlarmEvent.of(change, place.region(), place.account()));
    if (alarm.settings().actions().enabled()) {
      AlarmMessage message = new AlarmMessage(change, place.region(), place.account());
      for (String arn : alarm.settings().actions().on(change.after().value())) {
        boolean done = outlets.actions().take(arn, message.subject(), message.body());
        history.addAction(alarm, arn, done, change.after().updated());
      }
    }
  }
}

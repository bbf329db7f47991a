package dev.tidewatch.setup.doctor;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** Takes one look after the other. None of them changes anything. */
public final class Doctor {
  private final List<Check> checks;

  private Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /**
   * Looks at everything.
   *
   * @param detectorServer where the detector server is, if anywhere but at AWS
   * @param blueprint the file, if there is one: without it only the surroundings are looked at
   */
  public static Doctor of(
      Clients clients,
      Optional<URI> detectorServer,
      Optional<Blueprint> blueprint,
      InstantSource clock) {
    List<Check> checks = new ArrayList<>();
    checks.add(new MachineCheck());
    checks.add(new IdentityCheck(clients));
    checks.add(new ServerCheck(clients, detectorServer, clock));
    blueprint.ifPresent(
        file -> {
          checks.add(new BucketCheck(clients, file));
          checks.add(new FilesCheck(clients, file, clock));
          checks.add(new OffsetCheck(file));
          checks.add(new TellingCheck(clients, file));
        });
    return new Doctor(checks);
  }

  /** Looks who hears of a file's alerts. */
  public static Doctor ofTopics(Clients clients, Blueprint blueprint) {
    return new Doctor(List.of(new TellingCheck(clients, blueprint)));
  }

  /** Looks at everything, telling each finding as it is made. */
  public List<Finding> look(Consumer<Finding> told) {
    List<Finding> all = new ArrayList<>();
    for (Check check : checks) {
      List<Finding> found = carefully(check);
      found.forEach(told);
      all.addAll(found);
    }
    return all;
  }

  private static List<Finding> carefully(Check check) {
    try {
      return check.look();
    } catch (SdkException | IllegalStateException failure) {
      return List.of(Finding.bad(check.subject() + ": " + firstLine(failure), check.remedy()));
    }
  }

  private static String firstLine(Exception failure) {
    String text = String.valueOf(failure.getMessage());
    int end = text.indexOf(" (Service:");
    return (end > 0 ? text.substring(0, end) : text).lines().findFirst().orElse("failed");
  }
}

package dev.tidewatch.detector.clients;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code bin/client-check}: all clients this machine has, one after the other, and a table. */
public final class ClientCheck {
  private ClientCheck() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(check() ? 0 : 1);
  }

  private static boolean check() throws Exception {
    List<ClientResult> results = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Path folder = Files.createTempDirectory("client-check");
    try (Stage stage = Stage.set(folder)) {
      results.add(JavaClient.run(stage));
      for (ScriptClient client : ScriptClient.values()) {
        Optional<String> lack = client.missing();
        if (lack.isPresent()) {
          missing.add(client.label() + " not run: " + lack.get());
        } else {
          results.add(client.run(stage));
        }
      }
    } finally {
      delete(folder);
    }
    System.out.println(ClientResult.heading());
    results.forEach(result -> System.out.println(result.row()));
    missing.forEach(System.out::println);
    for (ClientResult result : results) {
      result.faults().forEach(fault -> System.out.println(result.client() + ": " + fault));
    }
    return results.stream().allMatch(ClientResult::passed);
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

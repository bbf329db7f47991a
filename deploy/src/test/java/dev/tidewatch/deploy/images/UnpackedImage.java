package dev.tidewatch.deploy.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An image's layers in a folder, and its programs started in there as its user. Only the network is
 * shared with this machine; {@code /dev} and {@code /proc} are there as in a container.
 */
final class UnpackedImage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IN_A_CONTAINER =
      """
      set -e
      /usr/bin/mount --rbind /dev "$0/dev"
      /usr/bin/mount -t proc proc "$0/proc"
      exec /usr/sbin/chroot --userspec="$1" "$0" "${@:2}"
      """;

  private final Path root;
  private final JsonNode config;

  private UnpackedImage(Path root, JsonNode config) {
    this.root = root;
    this.config = config;
  }

  static UnpackedImage of(Path tar, Path folder) throws IOException, InterruptedException {
    Path packed = Files.createDirectories(folder.resolve("packed"));
    Path root = Files.createDirectories(folder.resolve("root"));
    run("tar", "-xf", tar.toString(), "-C", packed.toString());
    JsonNode manifest = JSON.readTree(packed.resolve("manifest.json").toFile()).get(0);
    for (JsonNode layer : manifest.get("Layers")) {
      String file = packed.resolve(layer.asText()).toString();
      run(
          "tar",
          "-xzf",
          file,
          "-C",
          root.toString(),
          "--numeric-owner",
          "--warning=no-unknown-keyword");
    }
    Files.createDirectories(root.resolve("dev"));
    Files.createDirectories(root.resolve("proc"));
    JsonNode config = JSON.readTree(packed.resolve(manifest.get("Config").asText()).toFile());
    return new UnpackedImage(root, config.get("config"));
  }

  /** What stands in the image's configuration. */
  JsonNode config() {
    return config;
  }

  Path file(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  /** What it starts with when it is told nothing else. */
  List<String> usualArguments() {
    return texts("Cmd");
  }

  /** Starts the entrypoint with these arguments; what it says goes to one file. */
  Process start(List<String> arguments, Map<String, String> environment, Path output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/usr/bin/unshare", "--mount", "/bin/bash", "-c", IN_A_CONTAINER));
    command.addAll(List.of(root.toString(), config.get("User").asText()));
    command.addAll(texts("Entrypoint"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    for (String variable : texts("Env")) {
      String[] parts = variable.split("=", 2);
      builder.environment().put(parts[0], parts[1]);
    }
    builder.environment().putAll(environment);
    return builder.redirectOutput(output.toFile()).start();
  }

  private List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    config.get(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + code);
    }
  }
}

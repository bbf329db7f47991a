package dev.tidewatch.detector.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A client that is no Java library: a script plays the scenario with it. */
enum ScriptClient {
  CLI("AWS CLI (Debian's)") {
    @Override
    Optional<String> missing() throws IOException, InterruptedException {
      Program.Outcome version = Program.run(List.of("/usr/bin/aws", "--version"), Map.of());
      return version.output().startsWith("aws-cli/2")
          ? Optional.empty()
          : Optional.of("there is no AWS CLI 2 at /usr/bin/aws: apt-get install awscli");
    }

    @Override
    List<String> command() {
      return List.of(PYTHON, SCRIPTS.resolve("lookout.py").toString(), "cli");
    }
  },

  BOTO3("boto3 (Debian's)") {
    @Override
    Optional<String> missing() throws IOException, InterruptedException {
      String question =
          "import boto3; assert 'lookoutmetrics' in boto3.Session().get_available_services()";
      return Program.run(List.of(PYTHON, "-c", question), Map.of()).succeeded()
          ? Optional.empty()
          : Optional.of("there is no boto3 that knows the service: apt-get install python3-boto3");
    }

    @Override
    List<String> command() {
      return List.of(PYTHON, SCRIPTS.resolve("lookout.py").toString(), "boto3");
    }
  },

  JAVASCRIPT("JavaScript SDK") {
    @Override
    Optional<String> missing() throws IOException, InterruptedException {
      String question = "process.exit(Number(process.versions.node.split('.')[0]) < 18 ? 1 : 0)";
      if (Program.run(List.of("node", "-e", question), Map.of()).exit() != 0
          || Program.run(List.of("npm", "--version"), Map.of()).exit() != 0) {
        return Optional.of("there is no node of version 18 or later with npm: apt-get install npm");
      }
      return install();
    }

    @Override
    List<String> command() {
      return List.of("node", INSTALLED.resolve("lookout.mjs").toString());
    }
  };

  private static final String PYTHON = "/usr/bin/python3";
  private static final Path SCRIPTS = Path.of("src/test/clients");
  private static final Path INSTALLED = Path.of("target/clients");

  private final String label;

  ScriptClient(String label) {
    this.label = label;
  }

  /** What this machine lacks for it, and how to get it. */
  abstract Optional<String> missing() throws IOException, InterruptedException;

  abstract List<String> command();

  String label() {
    return label;
  }

  /** Plays the whole scenario. */
  ClientResult run(Stage stage) throws IOException, InterruptedException {
    return ClientResult.of(
        label, Program.run(command(), stage.settings()).output().lines().toList());
  }

  /** Puts the package and what it needs below {@code target}, once. */
  private static Optional<String> install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    Path installedLock = INSTALLED.resolve("node_modules/.package-lock.json");
    Path lock = INSTALLED.resolve("package-lock.json");
    boolean current =
        Files.exists(installedLock)
            && Files.exists(lock)
            && Files.mismatch(lock, SCRIPTS.resolve("package-lock.json")) == -1;
    for (String file : List.of("package.json", "package-lock.json", "lookout.mjs")) {
      Files.copy(
          SCRIPTS.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (current) {
      return Optional.empty();
    }
    Program.Outcome installed =
        Program.run(
            List.of(
                "npm",
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefix",
                INSTALLED.toString()),
            Map.of());
    return installed.succeeded()
        ? Optional.empty()
        : Optional.of("npm could not fetch the package: " + installed.output().strip());
  }
}

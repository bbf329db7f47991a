package dev.tidewatch.setup.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that change something. */
final class Confirmation {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before changing something.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  boolean dryRun() {
    return dryRun;
  }

  /** Whether to go on: says yes, or asks who sits there. */
  boolean isGiven(String question, PrintWriter err) {
    if (yes) {
      return true;
    }
    err.print(question + " [y/N] ");
    err.flush();
    String answer = readLine();
    if (answer == null) {
      err.println();
      err.println("Nobody is there to be asked: add --yes to go on.");
      err.flush();
      return false;
    }
    return answer.strip().matches("(?i)y|yes");
  }

  private static @Nullable String readLine() {
    try {
      return new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
    } catch (IOException closed) {
      return null;
    }
  }
}

package dev.tidewatch.etl.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.UnmatchedArgumentException;

/** What Glue passes to every job of its own accord. */
final class GlueOptions {
  private static final Logger LOG = LoggerFactory.getLogger(GlueOptions.class);

  @Option(names = "--JOB_NAME", hidden = true)
  private @Nullable String jobName;

  @Option(names = "--TempDir", hidden = true)
  private @Nullable String tempDir;

  /** The folder AWS's own samples use. */
  Optional<String> checkpoint() {
    if (jobName == null || tempDir == null) {
      return Optional.empty();
    }
    return Optional.of(tempDir.replaceAll("/+$", "") + "/" + jobName);
  }

  /**
   * Glue's other arguments are none of ours and are logged; anywhere else an unknown option is a
   * mistake, and the nearest ones are proposed.
   */
  void checkUnmatched(List<String> unmatched, CommandLine commandLine) {
    List<String> meant = unmatched.stream().filter(token -> !token.isEmpty()).toList();
    if (meant.isEmpty()) {
      return;
    }
    if (jobName == null) {
      throw new UnmatchedArgumentException(commandLine, meant);
    }
    LOG.info("arguments of Glue's own: {}", meant);
  }
}

package dev.tidewatch.deploy.command;

import java.nio.file.Path;

/** Files of the repository that the scripts belong to. */
final class RepositoryFile {
  private static final String ROOT = "tidewatch.repository";

  private RepositoryFile() {}

  static Path of(String path) {
    return Path.of(System.getProperty(ROOT, ".")).resolve(path);
  }
}

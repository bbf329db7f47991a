package dev.tidewatch.detector.command;

import dev.tidewatch.detector.access.AccessException;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.SessionTokens;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.detector.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names the server's data, and what the commands need from there. */
@SuppressWarnings("NullAway.Init") // picocli sets them
final class KeyStore {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The server's folder, with detector.db and detector.key.")
  private Path folder;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  /** What is open while a command runs. */
  record Open(StoredAccessKeys keys, SessionTokens sessions, PrintWriter out) {}

  /** What a command does with it. */
  interface Work {
    void run(Open open);
  }

  /** Makes the server's folder where there is none yet. */
  void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot make the folder %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Runs a command; a mistake of the user is told without a stack trace. */
  int use(Work work) {
    PrintWriter out = mixee.commandLine().getOut();
    PrintWriter err = mixee.commandLine().getErr();
    try {
      use(work, out);
      out.flush();
      return ExitCode.OK;
    } catch (AccessException | StoreException mistake) {
      err.println(mistake.getMessage());
      err.flush();
      return ExitCode.SOFTWARE;
    }
  }

  private void use(Work work, PrintWriter out) {
    if (!Files.isDirectory(folder)) {
      throw new AccessException("there is no folder " + folder + "; name the server's");
    }
    SecureRandom random = new SecureRandom();
    Clock clock = Clock.systemUTC();
    try (SqliteDatabase database = SqliteDatabase.besideOthers(folder.resolve("detector.db"))) {
      SecretCipher cipher = SecretCipher.under(folder.resolve("detector.key"), random);
      StoredAccessKeys keys = new StoredAccessKeys(database, cipher, random, clock);
      work.run(new Open(keys, new SessionTokens(keys, cipher, random, clock), out));
    }
  }

  /** Reads a role as users write it. */
  static final class RoleConverter implements picocli.CommandLine.ITypeConverter<Role> {
    @Override
    public Role convert(String value) {
      try {
        return Role.of(value);
      } catch (AccessException e) {
        throw new picocli.CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }
}

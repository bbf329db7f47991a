package dev.tidewatch.detector.command;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.AccessException;
import dev.tidewatch.detector.access.AccessKey;
import dev.tidewatch.detector.access.AccessKeys;
import dev.tidewatch.detector.access.FileAccessKeys;
import dev.tidewatch.detector.access.JoinedAccessKeys;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.SessionTokens;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.console.door.SignInLinks;
import dev.tidewatch.detector.server.ConfigurationFile;
import dev.tidewatch.detector.server.ServerAddress;
import dev.tidewatch.detector.server.ServerConfiguration;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.detector.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names the server's data, and what the commands need from there. */
@SuppressWarnings("NullAway.Init") // picocli sets them
final class KeyStore {
  @ArgGroup(multiplicity = "1")
  private Place place;

  /** One of the two. */
  static final class Place {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "The server's folder, with detector.db and detector.key.")
    private @Nullable Path data;

    @Option(
        names = "--config",
        required = true,
        paramLabel = "FILE",
        description = "The server's YAML file, which names the folder.")
    private @Nullable Path config;

    ServerConfiguration read() {
      return config == null
          ? ServerConfiguration.defaults().withData(requireNonNull(data))
          : ConfigurationFile.read(config);
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  /**
   * What is open while a command runs.
   *
   * @param address what links into the console begin with
   */
  record Open(
      StoredAccessKeys keys,
      Optional<FileAccessKeys> file,
      SessionTokens sessions,
      SignInLinks links,
      String address,
      PrintWriter out) {
    /** Those that were made with the command, and those of the file the server reads. */
    List<AccessKey> all() {
      return file.<AccessKeys>map(others -> new JoinedAccessKeys(others, keys)).orElse(keys).list();
    }
  }

  /** What a command does with it. */
  interface Work {
    void run(Open open);
  }

  /** Makes the server's folder where there is none yet. */
  void makeFolder() {
    Path folder = place.read().data();
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
    ServerConfiguration configuration = place.read();
    Path folder = configuration.data();
    if (!Files.isDirectory(folder)) {
      throw new AccessException("there is no folder " + folder + "; name the server's");
    }
    SecureRandom random = new SecureRandom();
    Clock clock = Clock.systemUTC();
    try (SqliteDatabase database = SqliteDatabase.besideOthers(folder.resolve("detector.db"))) {
      SecretCipher cipher = SecretCipher.under(folder.resolve("detector.key"), random);
      StoredAccessKeys keys = new StoredAccessKeys(database, cipher, random, clock);
      work.run(
          new Open(
              keys,
              configuration.access().keys().map(FileAccessKeys::open),
              new SessionTokens(keys, cipher, random, clock),
              new SignInLinks(database, random, clock),
              ServerAddress.lately(configuration),
              out));
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

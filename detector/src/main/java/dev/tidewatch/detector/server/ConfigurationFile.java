package dev.tidewatch.detector.server;

import dev.tidewatch.detector.catalog.Account;
import dev.tidewatch.detector.server.ServerConfiguration.Access;
import dev.tidewatch.detector.server.ServerConfiguration.Console;
import dev.tidewatch.detector.server.ServerConfiguration.LimitKind;
import dev.tidewatch.detector.server.ServerConfiguration.Tls;
import dev.tidewatch.metricset.yaml.YamlFile;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The YAML file of a server. What it leaves out is as in {@link ServerConfiguration#defaults}. */
public final class ConfigurationFile {
  private static final String FILE = "Give the path of a file";

  private ConfigurationFile() {}

  /**
   * Reads a file; paths in it are relative to it.
   *
   * @throws dev.tidewatch.metricset.yaml.InvalidYamlFile when it has mistakes, telling all of them
   */
  public static ServerConfiguration read(Path file) {
    Path absolute = file.toAbsolutePath();
    return YamlFile.read(file, root -> read(root, absolute::resolveSibling));
  }

  private static Optional<ServerConfiguration> read(YamlValue root, Function<String, Path> path) {
    return root.mapping(
            List.of(
                "host",
                "port",
                "data",
                "account",
                "access",
                "limits",
                "tls",
                "consoleUrl",
                "console",
                "workers",
                "forest"))
        .flatMap(top -> read(top, path));
  }

  private static Optional<ServerConfiguration> read(YamlMapping top, Function<String, Path> path) {
    ServerConfiguration usual = ServerConfiguration.defaults();
    String host =
        top.optional("host")
            .flatMap(value -> value.text("Give an address, such as 127.0.0.1"))
            .orElse(usual.host());
    int port =
        top.optional("port").flatMap(value -> value.wholeNumber(0, 65_535)).orElse(usual.port());
    Path data =
        top.optional("data")
            .flatMap(value -> value.as(path, "Give the path of a folder"))
            .orElse(usual.data());
    Account account =
        top.optional("account").flatMap(ConfigurationFile::account).orElse(usual.account());
    Access access =
        top.optional("access").flatMap(value -> access(value, path)).orElse(usual.access());
    LimitKind limits =
        top.optional("limits").flatMap(ConfigurationFile::limits).orElse(usual.limits());
    Optional<Tls> tls = top.optional("tls").flatMap(value -> tls(value, path));
    Optional<URI> console =
        top.optional("consoleUrl")
            .flatMap(
                value ->
                    value.as(ConfigurationFile::webAddress, "Give one that begins with https://"));
    Console pages = top.optional("console").flatMap(ConsoleSection::read).orElse(usual.console());
    int workers =
        top.optional("workers").flatMap(value -> value.wholeNumber(1, 64)).orElse(usual.workers());
    boolean forest =
        top.optional("forest")
            .flatMap(
                value ->
                    value.as(
                        ConfigurationFile::yesOrNo, "word for it", "Use 'yes' or 'no', in quotes"))
            .orElse(usual.forest());
    return Optional.of(
        new ServerConfiguration(
            host, port, data, account, access, limits, tls, console, pages, workers, forest));
  }

  private static Optional<Account> account(YamlValue value) {
    String remedy = "Write it in quotes";
    return value
        .mapping(List.of("partition", "region", "id"))
        .flatMap(
            part ->
                value.attempt(
                    () ->
                        new Account(
                            part.optional("partition")
                                .flatMap(text -> text.text(remedy))
                                .orElse(Account.EXAMPLE.partition()),
                            part.optional("region")
                                .flatMap(text -> text.text(remedy))
                                .orElse(Account.EXAMPLE.region()),
                            part.optional("id")
                                .flatMap(text -> text.text(remedy))
                                .orElse(Account.EXAMPLE.accountId())),
                    "Look at the account's ARNs"));
  }

  private static Optional<Access> access(YamlValue value, Function<String, Path> path) {
    return value
        .mapping(List.of("keys", "behindProxy"))
        .map(
            part ->
                new Access(
                    part.optional("keys").flatMap(text -> text.as(path, FILE)),
                    part.optional("behindProxy")
                        .flatMap(
                            text ->
                                text.as(
                                    ConfigurationFile::yesOrNo,
                                    "word for it",
                                    "Use 'yes' or 'no', in quotes"))
                        .orElse(false)));
  }

  static Optional<Boolean> yesOrNo(String text) {
    return switch (text) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<LimitKind> limits(YamlValue value) {
    return value.as(
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "lookout" -> Optional.of(LimitKind.LOOKOUT);
              case "own" -> Optional.of(LimitKind.OWN);
              default -> Optional.empty();
            },
        "kind of limits",
        "Use lookout (the service's own) or own (much higher)");
  }

  private static Optional<Tls> tls(YamlValue value, Function<String, Path> path) {
    Optional<YamlMapping> part = value.mapping(List.of("certificate", "key"));
    Optional<Path> certificate =
        part.flatMap(files -> files.required("certificate", "certificate: server.pem"))
            .flatMap(text -> text.as(path, FILE));
    Optional<Path> key =
        part.flatMap(files -> files.required("key", "key: server.key"))
            .flatMap(text -> text.as(path, FILE));
    return certificate.flatMap(chain -> key.map(secret -> new Tls(chain, secret)));
  }

  private static URI webAddress(String text) {
    URI address = URI.create(text.replaceFirst("/+$", ""));
    if (!List.of("http", "https").contains(String.valueOf(address.getScheme()))
        || address.getHost() == null) {
      throw new IllegalArgumentException("'" + text + "' is no address of a web site");
    }
    return address;
  }
}

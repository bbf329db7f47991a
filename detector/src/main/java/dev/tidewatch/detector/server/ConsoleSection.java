package dev.tidewatch.detector.server;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.door.ProxyTrust;
import dev.tidewatch.detector.server.ServerConfiguration.Console;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part {@code console} of the server's file. */
final class ConsoleSection {
  private static final int MOST_NAMES = 1_000;
  private static final String NOBODY = "none";

  private ConsoleSection() {}

  static Optional<Console> read(YamlValue value) {
    return value
        .mapping(List.of("enabled", "proxyUser"))
        .map(
            part ->
                new Console(
                    part.optional("enabled").flatMap(ConsoleSection::yesOrNo).orElse(true),
                    part.optional("proxyUser").flatMap(ConsoleSection::proxyUser)));
  }

  private static Optional<Boolean> yesOrNo(YamlValue value) {
    return value.as(ConfigurationFile::yesOrNo, "word for it", "Use 'yes' or 'no', in quotes");
  }

  private static Optional<ProxyTrust> proxyUser(YamlValue value) {
    return value
        .mapping(List.of("header", "from", "operators", "admins", "others"))
        .flatMap(ConsoleSection::proxyUser);
  }

  private static Optional<ProxyTrust> proxyUser(YamlMapping part) {
    Optional<String> header =
        part.required("header", "header: X-Forwarded-User")
            .flatMap(
                value ->
                    value
                        .text("Give the name of the header with the user")
                        .filter(name -> isHeader(name, value)));
    Optional<Set<String>> addresses =
        part.required("from", "from: [127.0.0.1]").flatMap(ConsoleSection::addresses);
    Set<String> operators = names(part, "operators");
    Set<String> admins = names(part, "admins");
    Optional<Role> others = others(part);
    return header.flatMap(
        name -> addresses.map(proxies -> new ProxyTrust(name, proxies, operators, admins, others)));
  }

  private static boolean isHeader(String name, YamlValue value) {
    boolean fits = name.matches("[A-Za-z0-9-]{1,64}");
    if (!fits) {
      value.problem("'" + name + "' is no name of a header", "Use one such as X-Forwarded-User");
    }
    return fits;
  }

  /** Without an address there would be nobody to trust, and the part would mean nothing. */
  private static Optional<Set<String>> addresses(YamlValue value) {
    String remedy = "List the addresses the proxy calls from, such as [127.0.0.1]";
    return value
        .list(1, MOST_NAMES, remedy)
        .map(
            each -> {
              Set<String> addresses = new HashSet<>();
              each.forEach(text -> text.as(ProxyTrust::address, remedy).ifPresent(addresses::add));
              return addresses;
            });
  }

  private static Set<String> names(YamlMapping part, String key) {
    Set<String> names = new HashSet<>();
    part.optional(key)
        .flatMap(value -> value.list(0, MOST_NAMES, "List the names of users"))
        .ifPresent(
            each ->
                each.forEach(text -> text.text("Write the name in quotes").ifPresent(names::add)));
    return names;
  }

  /** What everybody has whom no list names: to look, unless the file says that they may not. */
  private static Optional<Role> others(YamlMapping part) {
    return part.optional("others")
            .flatMap(
                value ->
                    value.as(
                        text ->
                            text.equals(NOBODY) || text.equals(Role.VIEWER.label())
                                ? Optional.of(text)
                                : Optional.empty(),
                        "role for everybody",
                        "Use viewer or none"))
            .filter(NOBODY::equals)
            .isPresent()
        ? Optional.empty()
        : Optional.of(Role.VIEWER);
  }
}

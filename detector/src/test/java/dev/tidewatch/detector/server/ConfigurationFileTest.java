package dev.tidewatch.detector.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.door.ProxyTrust;
import dev.tidewatch.detector.server.ServerConfiguration.LimitKind;
import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  @TempDir Path folder;

  private ServerConfiguration read(String text) throws IOException {
    return ConfigurationFile.read(Files.writeString(folder.resolve("detector.yaml"), text));
  }

  @Test
  void whatIsLeftOutIsAsUsual() throws IOException {
    ServerConfiguration read = read("port: 0\n");
    assertThat(read).isEqualTo(ServerConfiguration.defaults().withPort(0));
  }

  @Test
  void everyKeyIsRead() throws IOException {
    ServerConfiguration read =
        read(
            """
            host: 0.0.0.0
            port: 9000
            data: store
            account: {partition: aws, region: eu-west-1, id: "000000000001"}
            access: {keys: keys, behindProxy: "yes"}
            limits: own
            tls: {certificate: server.pem, key: /etc/server.key}
            consoleUrl: https://detector.example.com/
            console:
              proxyUser:
                header: X-Forwarded-User
                from: ["10.0.0.7", "::1"]
                operators: [ola]
                admins: [ada]
                others: none
            workers: 3
            forest: "yes"
            """);
    assertThat(read.host()).isEqualTo("0.0.0.0");
    assertThat(read.port()).isEqualTo(9000);
    assertThat(read.data()).isEqualTo(folder.resolve("store"));
    assertThat(read.account().region()).isEqualTo("eu-west-1");
    assertThat(read.account().accountId()).isEqualTo("000000000001");
    assertThat(read.access().keys()).contains(folder.resolve("keys"));
    assertThat(read.access().behindProxy()).isTrue();
    assertThat(read.limits()).isEqualTo(LimitKind.OWN);
    assertThat(read.tls().orElseThrow().certificate()).isEqualTo(folder.resolve("server.pem"));
    assertThat(read.tls().orElseThrow().key()).isEqualTo(Path.of("/etc/server.key"));
    assertThat(read.consoleUrl()).contains(URI.create("https://detector.example.com"));
    assertThat(read.console().enabled()).isTrue();
    assertThat(read.console().proxyUser())
        .contains(
            new ProxyTrust(
                "X-Forwarded-User",
                Set.of("10.0.0.7", "::1"),
                Set.of("ola"),
                Set.of("ada"),
                Optional.empty()));
    assertThat(read.workers()).isEqualTo(3);
    assertThat(read.forest()).isTrue();
  }

  @Test
  void allMistakesAreToldAtOnceWithTheirLines() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    hots: 127.0.0.1
                    port: 70000
                    limits: none
                    tls: {certificate: server.pem}
                    consoleUrl: ftp://x
                    forest: maybe
                    """))
        .isInstanceOf(InvalidYamlFile.class)
        .hasMessageContaining(":1: hots: 'hots' is no key here. Did you mean 'host'?")
        .hasMessageContaining(":2: port: '70000' is not from 0 to 65535")
        .hasMessageContaining(":3: limits: 'none' is no kind of limits")
        .hasMessageContaining(":4: tls: 'key' is missing")
        .hasMessageContaining(":6: forest: 'maybe' is no word for it")
        .hasMessageContaining(":5: consoleUrl: 'ftp://x' is no address of a web site");
  }

  @Test
  void theConsoleIsThereUnlessTheFileSaysOtherwise() throws IOException {
    assertThat(read("port: 0\n").console()).isEqualTo(ServerConfiguration.Console.USUAL);
    assertThat(read("console: {enabled: \"no\"}\n").console().enabled()).isFalse();
    assertThat(
            read("console: {proxyUser: {header: X-User, from: [127.0.0.1]}}\n")
                .console()
                .proxyUser()
                .orElseThrow()
                .others())
        .contains(Role.VIEWER);
  }

  @Test
  void aProxyIsTrustedByItsAddressesOnly() {
    assertThatThrownBy(() -> read("console: {proxyUser: {header: X-User}}\n"))
        .isInstanceOf(InvalidYamlFile.class)
        .hasMessageContaining("'from' is missing");
    assertThatThrownBy(
            () ->
                read(
                    """
                    console:
                      enabled: "off"
                      proxyUser:
                        header: "X User"
                        from: [localhost]
                        others: admin
                    """))
        .isInstanceOf(InvalidYamlFile.class)
        .hasMessageContaining(":2: console.enabled: 'off' is no word for it")
        .hasMessageContaining(":4: console.proxyUser.header: 'X User' is no name of a header")
        .hasMessageContaining(
            ":5: console.proxyUser.from[0]: 'localhost' is no address such as 10.0.0.7 or ::1")
        .hasMessageContaining(
            ":6: console.proxyUser.others: 'admin' is no role for everybody. Use viewer or none");
    assertThatThrownBy(() -> read("console: {proxyUser: {header: X-User, from: []}}\n"))
        .isInstanceOf(InvalidYamlFile.class)
        .hasMessageContaining("has 0 entries");
  }
}

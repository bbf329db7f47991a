package dev.tidewatch.detector.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.server.DetectorServer;
import dev.tidewatch.detector.server.ServerConfiguration;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeysCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new KeysCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private String created(String role) {
    assertThat(run("create", "--data", folder.toString(), "--role", role, "--label", "ann"))
        .isZero();
    Matcher id = Pattern.compile("AWS_ACCESS_KEY_ID=(AKIA\\w{16})").matcher(out.toString());
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  @Test
  void createPrintsWhatAShellCanSource() throws IOException, InterruptedException {
    String id = created("admin");
    assertThat(out.toString().lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("export AWS_SECRET_ACCESS_KEY=[A-Za-z0-9+/]{40}"));
    Path file = folder.resolve("env");
    Files.writeString(file, out.toString());
    Process shell =
        new ProcessBuilder("sh", "-c", ". " + file + "; echo $AWS_ACCESS_KEY_ID").start();
    assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(id + "\n");
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void theFolderIsThatOfTheServersFile() throws IOException {
    Path config = Files.writeString(folder.resolve("detector.yaml"), "data: store\n");
    assertThat(run("create", "--config", config.toString(), "--role", "admin", "--label", "ann"))
        .isZero();
    assertThat(run("list", "--data", folder.resolve("store").toString())).isZero();
    assertThat(out.toString()).contains("ann");

    assertThat(run("list")).isEqualTo(2);
    assertThat(run("list", "--config", config.toString(), "--data", folder.toString()))
        .isEqualTo(2);
  }

  @Test
  void listShowsKeysWithoutSecrets() {
    String id = created("viewer");
    String secret = out.toString().lines().toList().get(2).replace("AWS_SECRET_ACCESS_KEY=", "");
    assertThat(run("list", "--data", folder.toString())).isZero();
    assertThat(out.toString())
        .contains(id)
        .contains("viewer")
        .contains("live")
        .contains("never")
        .doesNotContain(secret);
  }

  @Test
  void revokeEndsAKey() {
    String id = created("viewer");
    assertThat(run("revoke", "--data", folder.toString(), id)).isZero();
    assertThat(run("list", "--data", folder.toString())).isZero();
    assertThat(out.toString()).contains("revoked");
    assertThat(run("session", "--data", folder.toString(), id)).isEqualTo(1);
    assertThat(err.toString()).isEqualToIgnoringNewLines("there is no live access key " + id);
  }

  @Test
  void sessionPrintsTemporaryCredentials() {
    String id = created("operator");
    assertThat(
            run(
                "session",
                "--data",
                folder.toString(),
                id,
                "--role",
                "operator",
                "--minutes",
                "15"))
        .isZero();
    assertThat(out.toString())
        .contains("AWS_ACCESS_KEY_ID=ASIA")
        .contains("AWS_SECRET_ACCESS_KEY=")
        .contains("AWS_SESSION_TOKEN=");
    assertThat(run("session", "--data", folder.toString(), id, "--role", "admin")).isEqualTo(1);
    assertThat(err.toString()).contains("can be operator at most");
  }

  @Test
  void mistakesAreToldInASentence() throws IOException {
    assertThat(run("create", "--data", folder.toString(), "--role", "boss", "--label", "a"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("there is no role 'boss'; take viewer, operator or admin");
    assertThat(run()).isEqualTo(2);
    assertThat(run("list", "--data", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("there is no folder").doesNotContain("\tat ");
    created("admin");
    Files.setPosixFilePermissions(
        folder.resolve("detector.key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run("list", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("chmod 600");
  }

  @Test
  void worksBesideARunningServer() {
    try (SqliteDatabase server = SqliteDatabase.open(folder.resolve("detector.db"))) {
      assertThat(server).isNotNull();
      String id = created("viewer");
      assertThat(run("list", "--data", folder.toString())).isZero();
      assertThat(out.toString()).contains(id);
    }
  }

  @Test
  void linkSignsInOnceAtARunningServer() throws Exception {
    ServerConfiguration configuration = ServerConfiguration.defaults().withData(folder).withPort(0);
    try (DetectorServer server = DetectorServer.start(configuration)) {
      assertThat(run("link", "--data", folder.toString(), "--role", "operator", "--label", "ann"))
          .isZero();
      String link = out.toString().strip();
      assertThat(link).matches(Pattern.quote(server.url()) + "/sign-in/[A-Za-z0-9_-]{43}");
      assertThat(send(link, "GET").body()).contains("<strong>ann</strong>, who is operator");
      HttpResponse<String> used = send(link, "POST");
      assertThat(used.statusCode()).isEqualTo(303);
      assertThat(used.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly");
      assertThat(send(link, "POST").statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> send(String url, String method) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void linkLeadsWhereTheServersFileSays() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("detector.yaml"),
            "data: store\nconsoleUrl: https://detector.example.com/\n");
    assertThat(run("link", "--config", config.toString(), "--role", "viewer", "--label", "ann"))
        .isZero();
    assertThat(out.toString()).startsWith("https://detector.example.com/sign-in/").hasLineCount(1);
  }

  @Test
  void linkRefusesALifeThatIsNoneOrTooLong() {
    for (String life : new String[] {"PT0S", "-PT1M", "P8D"}) {
      assertThat(
              run(
                  "link",
                  "--data",
                  folder.toString(),
                  "--role=viewer",
                  "--label=ann",
                  "--life=" + life))
          .isEqualTo(1);
      assertThat(err.toString()).contains("a link lives for a time up to P7D");
    }
    assertThat(run("link", "--data", folder.toString(), "--role=viewer", "--label=<b>"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("a label is 1 to 64 letters");
  }
}

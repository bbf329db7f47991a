package dev.tidewatch.detector.clients;

import dev.tidewatch.detector.intake.Bucket;
import dev.tidewatch.localaws.LocalAws;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the scenario is played on: local S3 with a history of sales, and two servers. The first one
 * has no call rates. The strict one has the service's own, and its table of alerts is gone, so that
 * it refuses and fails as a server in trouble does.
 */
final class Stage implements AutoCloseable {
  private static final String BUCKET = "sales";
  private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy-MM-dd/HHmm");

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Map<String, String> settings = new LinkedHashMap<>();

  private Stage() {}

  /** Starts everything; everything is kept below the folder. */
  static Stage set(Path folder) throws Exception {
    Stage stage = new Stage();
    try {
      stage.start(folder);
      return stage;
    } catch (Exception failure) {
      stage.close();
      throw failure;
    }
  }

  /** What a client has to know, by the names of environment variables. */
  Map<String, String> settings() {
    return settings;
  }

  String setting(String name) {
    return settings.get(name);
  }

  private void start(Path folder) throws IOException, InterruptedException, SQLException {
    LocalAws aws =
        opened(LocalAws.start(LocalAws.Options.defaults().withFolder(folder.resolve("aws"))));
    fill(aws);
    Path server = folder.resolve("server");
    ServerProcess.Key admin = ServerProcess.key(server, "admin");
    put("ADMIN", admin);
    put("SESSION", ServerProcess.session(server, admin));
    put("VIEWER", ServerProcess.key(server, "viewer"));
    settings.put("SERVER_URL", start(server, "own", aws));
    Path strict = folder.resolve("strict");
    put("STRICT", ServerProcess.key(strict, "admin"));
    ServerProcess.Key busy = ServerProcess.key(strict, "viewer");
    put("BUSY", busy);
    loseAlerts(strict);
    settings.put("STRICT_URL", start(strict, "lookout", aws));
    opened(new BusyKey(setting("STRICT_URL"), busy));
    settings.put("HISTORY_PATH", "s3://" + BUCKET + "/history/");
    settings.put("LIVE_PATH", "s3://" + BUCKET + "/live/{{yyyy-MM-dd}}/{{HHmm}}/");
    settings.put("TOPIC_ARN", "arn:aws:sns:us-east-1:123456789012:anomalies");
  }

  private String start(Path data, String limits, LocalAws aws)
      throws IOException, InterruptedException {
    return opened(ServerProcess.start(data, limits, aws.environment())).url();
  }

  private void put(String role, ServerProcess.Key key) {
    settings.put(role + "_KEY_ID", key.id());
    settings.put(role + "_SECRET", key.secret());
    settings.put(role + "_TOKEN", key.token());
  }

  private static void fill(LocalAws aws) {
    Bucket bucket = Bucket.of(aws, BUCKET);
    bucket.put("history/sales.csv", SalesHistory.csv());
    ZonedDateTime lately = ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(15);
    ZonedDateTime begin = lately.withMinute(lately.getMinute() / 5 * 5);
    String time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:00").format(begin);
    bucket.put(
        "live/" + FOLDER.format(begin) + "/sales.csv",
        "time,country,platform,views,orders,revenue\n" + time + ",de,app,1000,100,3000\n");
    bucket.client().close();
  }

  /** As when a disk has gone bad: the server finds out when it is asked. */
  private static void loseAlerts(Path data) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("detector.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE alert RENAME TO lost");
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}

package dev.tidewatch.detector.console;

import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.console.door.SignInLinks;
import dev.tidewatch.detector.overview.Findings;
import dev.tidewatch.detector.schedule.RunObserver;
import dev.tidewatch.detector.server.DetectorServer;
import dev.tidewatch.detector.server.ServerConfiguration;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real server and people who look at its console without a browser. */
public final class Browsing implements AutoCloseable {
  private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([^\"]+)\"");

  private final Path data;
  private final DetectorServer server;
  private final SqliteDatabase database;

  private Browsing(Path data, DetectorServer server, SqliteDatabase database) {
    this.data = data;
    this.server = server;
    this.database = database;
  }

  public static Browsing start(Path data) {
    return start(data, Clock.systemUTC());
  }

  /** The same with another clock for its runs. */
  public static Browsing start(Path data, Clock clock) {
    DetectorServer server =
        DetectorServer.start(
            ServerConfiguration.defaults().withData(data).withPort(0), clock, RunObserver.NONE);
    return new Browsing(data, server, SqliteDatabase.besideOthers(data.resolve("detector.db")));
  }

  /** Has found something. */
  public Browsing with(Consumer<Findings> findings) {
    database.change(handle -> findings.accept(new Findings(handle)));
    return this;
  }

  public SqliteDatabase database() {
    return database;
  }

  public String url() {
    return server.url();
  }

  /** Each method and path that the server answers. */
  public List<String> answered() {
    return server.answered();
  }

  public StoredAccessKeys keys() {
    SecureRandom random = new SecureRandom();
    return new StoredAccessKeys(
        database,
        SecretCipher.under(data.resolve("detector.key"), random),
        random,
        Clock.systemUTC());
  }

  public NewAccessKey key(Role role) {
    return keys().create(role, role.label());
  }

  public String link(Role role) {
    return new SignInLinks(database, new SecureRandom(), Clock.systemUTC())
        .issue(role.label(), role, java.time.Duration.ofMinutes(5));
  }

  /** Somebody who has not signed in. */
  public Person anybody() {
    return new Person();
  }

  /** Somebody who has. */
  public Person signedIn(Role role) throws Exception {
    Person person = new Person();
    person.post("/sign-in/" + link(role));
    return person;
  }

  /** Keeps cookies as browsers do, and follows no redirect by itself. */
  public final class Person {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    /** The session's cookie as a browser sends it. */
    String session() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("tidewatch"))
          .map(cookie -> cookie.getName() + "=" + cookie.getValue())
          .findFirst()
          .orElseThrow();
    }

    HttpClient client() {
      return client;
    }

    public HttpResponse<String> get(String path) throws Exception {
      return send(HttpRequest.newBuilder(URI.create(url() + path)));
    }

    public String page(String path) throws Exception {
      return get(path).body();
    }

    /** Sends a form without a seal; names and values in turn. */
    public HttpResponse<String> post(String path, String... fields) throws Exception {
      List<String> pairs = new ArrayList<>();
      for (int i = 0; i < fields.length; i += 2) {
        pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
      }
      return send(
          HttpRequest.newBuilder(URI.create(url() + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** Sends a form as it stands on a page. */
    public HttpResponse<String> submit(String page, String path, String... fields)
        throws Exception {
      Matcher seal = SEAL.matcher(page(page));
      List<String> sealed = new ArrayList<>(List.of(fields));
      sealed.addAll(List.of("seal", seal.find() ? seal.group(1) : "none"));
      return post(path, sealed.toArray(String[]::new));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    database.close();
    server.close();
  }
}

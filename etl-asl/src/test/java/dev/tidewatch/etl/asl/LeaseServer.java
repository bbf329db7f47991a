package dev.tidewatch.etl.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * {@link LeaseTables} as DynamoDB speaks: JSON 1.0 over HTTPS. By TLS, because kinesis-asl lets
 * nobody choose the endpoint of DynamoDB; a list of regions can name another host, but not another
 * protocol.
 */
final class LeaseServer implements AutoCloseable {
  private static final String PASSWORD = "changeit";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LeaseTables tables = new LeaseTables();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpsServer server;

  private LeaseServer(HttpsServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts on loopback.
   *
   * @param folder for its certificate
   */
  static LeaseServer start(Path folder) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(folder.resolve("certificate"))));
    return new LeaseServer(server);
  }

  private static SSLContext tls(Path file)
      throws IOException, GeneralSecurityException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "leases",
                "-dname",
                "CN=localhost",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  /** As a list of regions names it. */
  String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  LeaseTables tables() {
    return tables;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    int status = 200;
    byte[] answer;
    try {
      JsonNode ask = JSON.readTree(exchange.getRequestBody());
      answer = JSON.writeValueAsBytes(tables.answer(target.replaceFirst(".*\\.", ""), ask));
    } catch (LeaseTables.Refused e) {
      status = 400;
      answer =
          JSON.writeValueAsBytes(
              JSON.createObjectNode()
                  .put("__type", "com.amazonaws.dynamodb.v20120810#" + e.type())
                  .put("message", e.type()));
    }
    CRC32 sum = new CRC32();
    sum.update(answer);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.getResponseHeaders().add("x-amz-crc32", Long.toString(sum.getValue()));
    exchange.getResponseHeaders().add("x-amzn-RequestId", "local");
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

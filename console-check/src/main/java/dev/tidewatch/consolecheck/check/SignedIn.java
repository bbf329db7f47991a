package dev.tidewatch.consolecheck.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who asks for pages without a browser. */
final class SignedIn {
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String url;

  /**
   * @param link signs in, once
   */
  SignedIn(String url, String link) {
    this.url = url;
    send(HttpRequest.newBuilder(URI.create(link)).POST(BodyPublishers.ofString("next=/")));
  }

  /** Asks for a path as browsers do and reads it to its end; what is no 200 is thrown. */
  byte[] ask(String path) {
    HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " was answered with " + answer.statusCode());
    }
    return answer.body();
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request
              .header("Accept-Encoding", "gzip")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .build(),
          BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

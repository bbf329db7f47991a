package dev.tidewatch.localaws.kinesis.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections on 127.0.0.1 and serves each on a daemon thread of its own. */
public final class HttpListener implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
  private static final int BACKLOG = 256;

  private final String name;
  private final HttpHandler handler;
  private final ServerSocket socket;
  private final ExecutorService threads;
  private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

  private HttpListener(String name, ServerSocket socket, HttpHandler handler) {
    this.name = name;
    this.socket = socket;
    this.handler = handler;
    this.threads = Executors.newCachedThreadPool(task -> daemon(name, task));
  }

  /**
   * Starts to listen.
   *
   * @param name names the threads and log lines
   * @param port 0 for a free one
   * @throws UncheckedIOException when the port is taken
   */
  public static HttpListener start(String name, int port, HttpHandler handler) {
    try {
      var socket = new ServerSocket();
      socket.setReuseAddress(true);
      bind(socket, port);
      var listener = new HttpListener(name, socket, handler);
      listener.threads.execute(listener::acceptAll);
      return listener;
    } catch (IOException e) {
      throw new UncheckedIOException(
          name + " cannot listen on 127.0.0.1:" + port + ": choose a free port, or 0", e);
    }
  }

  private static void bind(ServerSocket socket, int port) throws IOException {
    try {
      byte[] loopback = {127, 0, 0, 1};
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(loopback), port), BACKLOG);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Where clients find it, such as {@code http://127.0.0.1:4567}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        serveOnItsOwnThread(socket.accept());
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.warn("{}: a connection could not be taken: {}", name, e.toString());
        }
      }
    }
  }

  private void serveOnItsOwnThread(Socket client) throws IOException {
    try {
      threads.execute(() -> serve(client));
    } catch (RejectedExecutionException e) {
      LOG.debug("{}: a connection came while it was being closed", name);
      client.close();
    }
  }

  private void serve(Socket client) {
    try (var connection = new HttpConnection(client, handler)) {
      connections.add(connection);
      try {
        if (!socket.isClosed()) {
          connection.serve();
        }
      } finally {
        connections.remove(connection);
      }
    } catch (IOException e) {
      LOG.debug("{}: a connection ended: {}", name, e.toString());
    }
  }

  /** Stops listening and closes every connection; returns at once. */
  @Override
  public void close() {
    try {
      socket.close();
      for (HttpConnection connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " could not be closed", e);
    } finally {
      threads.shutdown();
    }
  }

  private static Thread daemon(String name, Runnable task) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}

package dev.tidewatch.localaws.s3;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.Calls;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Server;

/**
 * S3 on loopback. Buckets are folders and objects are plain files below one folder, so they can be
 * looked at and outlive the server; an object appears whole or not at all; requests must be signed
 * with the given key, as on AWS. Addresses are path-style.
 *
 * <p>Tags, encryption, lifecycle, policy, ownership and public access block of a bucket are kept in
 * memory and mean nothing. Not there: versioning, tags of objects, notifications, reading one part
 * of a multipart object, single PUTs beyond 128 MB. List by prefix: a listing walks the folder.
 */
public final class S3Server implements Closeable {
  private final S3Proxy proxy;
  private final URI endpoint;

  private S3Server(S3Proxy proxy, URI endpoint) {
    this.proxy = proxy;
    this.endpoint = endpoint;
  }

  /**
   * How the server is set up.
   *
   * @param folder where the buckets lie; made when it is not there
   * @param port the port on 127.0.0.1, or 0 for any free one
   */
  public record Options(Path folder, int port, String accessKey, String secretKey) {
    public Options {
      requireNonNull(folder, "folder");
      requireNonNull(accessKey, "accessKey");
      requireNonNull(secretKey, "secretKey");
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
      }
    }

    @Override
    public String toString() {
      return "S3 over " + folder + ", port " + port;
    }
  }

  /**
   * Starts the server and returns when it answers; takes a few seconds.
   *
   * @throws UncheckedIOException when the folder cannot be made or the port is taken
   */
  public static S3Server start(Options options) {
    return start(options, new Calls());
  }

  /**
   * Starts the server, like {@link #start(Options)}.
   *
   * @param calls notes and judges requests
   */
  public static S3Server start(Options options, Calls calls) {
    try {
      Files.createDirectories(options.folder());
      BlobStore store =
          new WholeObjectsOnly(
              new FilesystemNio2BlobStore(options.folder().toAbsolutePath().toString()));
      S3Proxy proxy =
          S3Proxy.builder()
              .blobStore(store)
              .endpoint(URI.create("http://127.0.0.1:" + options.port()))
              .awsAuthentication(
                  AuthenticationType.AWS_V2_OR_V4, options.accessKey(), options.secretKey())
              // Clients keep connections open; without this each stop waits for them.
              .stopTimeout(0)
              .build();
      putBefore(
          proxy,
          handler -> new S3Front(handler, calls, store::containerExists, options.accessKey()));
      startProxy(proxy, options);
      return new S3Server(proxy, URI.create("http://127.0.0.1:" + proxy.getPort()));
    } catch (IOException cause) {
      throw new UncheckedIOException(
          "S3 cannot start over " + options.folder() + ": " + cause.getMessage(), cause);
    }
  }

  /** Where clients find it, such as {@code http://127.0.0.1:40001}. */
  public URI endpoint() {
    return endpoint;
  }

  /** Stops answering. The folder stays as it is. */
  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception cause) {
      throw new IllegalStateException("S3 at " + endpoint + " did not stop", cause);
    }
  }

  // S3Proxy lets nobody at its server, which is Jetty's; its version is pinned.
  private static void putBefore(S3Proxy proxy, UnaryOperator<Handler> front) {
    try {
      Field field = S3Proxy.class.getDeclaredField("server");
      field.setAccessible(true);
      Server server = (Server) field.get(proxy);
      server.setHandler(front.apply(server.getHandler()));
    } catch (ReflectiveOperationException cause) {
      throw new IllegalStateException("this is not the S3Proxy that was built against", cause);
    }
  }

  // S3Proxy declares Exception; what really happens here is a port that is taken.
  private static void startProxy(S3Proxy proxy, Options options) throws IOException {
    try {
      proxy.start();
    } catch (IOException cause) {
      throw cause;
    } catch (Exception cause) {
      throw new IOException("port " + options.port() + ": " + cause, cause);
    }
  }
}

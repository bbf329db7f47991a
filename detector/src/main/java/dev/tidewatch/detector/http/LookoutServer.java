package dev.tidewatch.detector.http;

import dev.tidewatch.detector.wire.ApiError;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.router.EndpointNotFound;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Listens on one port for everything: the API and whatever else is given room beside it. */
public final class LookoutServer implements AutoCloseable {
  private static final int WAITING_CONNECTIONS = 1024;
  private static final int STOP_MILLIS = 5_000;

  private final Javalin javalin;
  private final Optional<CertificateWatch> certificate;
  private final String host;

  private LookoutServer(Javalin javalin, Optional<CertificateWatch> certificate, String host) {
    this.javalin = javalin;
    this.certificate = certificate;
    this.host = host;
  }

  /**
   * Starts listening.
   *
   * @param routes what is answered; of two for one path the first
   * @throws PemException if the certificate cannot be used
   * @throws PortTaken if something listens there
   */
  public static LookoutServer start(ServerSettings settings, List<Routes> routes) {
    Optional<CertificateWatch> certificate =
        Optional.ofNullable(settings.tls()).map(CertificateWatch::new);
    Javalin javalin =
        Javalin.create(
            config -> {
              quietly(config);
              listen(config, settings, certificate);
              routes.forEach(each -> each.addTo(config));
              config.routes.exception(
                  EndpointNotFound.class,
                  (notFound, context) ->
                      new ApiAnswer(context)
                          .refuse(
                              ApiError.unknownOperation(
                                  "No operation answers " + context.method() + " at this path.")));
            });
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      certificate.ifPresent(CertificateWatch::close);
      throw new PortTaken(settings.host(), settings.port(), e);
    } catch (RuntimeException e) {
      certificate.ifPresent(CertificateWatch::close);
      throw e;
    }
    certificate.ifPresent(CertificateWatch::start);
    return new LookoutServer(javalin, certificate, settings.host());
  }

  /** Each method and path that is answered, as {@code POST /events}; paths as they were given. */
  public List<String> answered() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(each -> each.endpoint.method.name() + " " + each.endpoint.path)
        .toList();
  }

  public int port() {
    return javalin.port();
  }

  /** What clients are pointed to. */
  public String url() {
    return (certificate.isPresent() ? "https://" : "http://") + host + ":" + port();
  }

  private static void quietly(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }

  private static void listen(
      JavalinConfig config, ServerSettings settings, Optional<CertificateWatch> certificate) {
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.router.ignoreTrailingSlashes = false;
    config.jetty.threadPool = new QueuedThreadPool(settings.threads());
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_MILLIS);
          server.setHandler(new GuardHeaders(Limits.wholeBodies()));
          server.setErrorHandler(new FrontErrors());
        });
    config.jetty.modifyServletContextHandler(
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    config.jetty.modifyHttpConfiguration(Limits::set);
    config.jetty.addConnector((server, http) -> connector(server, http, settings, certificate));
  }

  private static ServerConnector connector(
      Server server,
      HttpConfiguration http,
      ServerSettings settings,
      Optional<CertificateWatch> certificate) {
    ServerConnector connector =
        certificate
            .map(watch -> secure(server, http, watch))
            .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.idle().toMillis());
    connector.setAcceptQueueSize(WAITING_CONNECTIONS);
    return connector;
  }

  private static ServerConnector secure(
      Server server, HttpConfiguration http, CertificateWatch certificate) {
    HttpConfiguration https = new HttpConfiguration(http);
    // The client checks the name; a server reached by several names must not refuse some of them.
    SecureRequestCustomizer customizer = new SecureRequestCustomizer();
    customizer.setSniHostCheck(false);
    https.addCustomizer(customizer);
    return new ServerConnector(
        server,
        new SslConnectionFactory(certificate.tls(), "http/1.1"),
        new HttpConnectionFactory(https));
  }

  @Override
  public void close() {
    javalin.stop();
    certificate.ifPresent(CertificateWatch::close);
  }
}

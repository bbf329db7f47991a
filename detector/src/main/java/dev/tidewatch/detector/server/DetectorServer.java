package dev.tidewatch.detector.server;

import dev.tidewatch.detector.access.AccessKey;
import dev.tidewatch.detector.access.AccessKeys;
import dev.tidewatch.detector.access.RequestGate;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.alerting.AlertDesk;
import dev.tidewatch.detector.alerting.AlertDispatcher;
import dev.tidewatch.detector.alerting.AwsTargets;
import dev.tidewatch.detector.alerting.ConsoleLinks;
import dev.tidewatch.detector.alerting.DeliveryMeters;
import dev.tidewatch.detector.alerting.DeliverySettings;
import dev.tidewatch.detector.audit.AuditFiles;
import dev.tidewatch.detector.audit.AuditLog;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.Quotas;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.console.live.LiveFeed;
import dev.tidewatch.detector.health.Health;
import dev.tidewatch.detector.http.ApiRoutes;
import dev.tidewatch.detector.http.AuditDesk;
import dev.tidewatch.detector.http.HealthRoutes;
import dev.tidewatch.detector.http.LookoutServer;
import dev.tidewatch.detector.http.MetricsRoutes;
import dev.tidewatch.detector.http.Routes;
import dev.tidewatch.detector.http.ServerSettings;
import dev.tidewatch.detector.http.ShortLinks;
import dev.tidewatch.detector.http.TlsFiles;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.s3.FolderBucket;
import dev.tidewatch.detector.intake.source.DataSources;
import dev.tidewatch.detector.operation.AllOperations;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.operation.Operations;
import dev.tidewatch.detector.operation.Surroundings;
import dev.tidewatch.detector.sample.SampleData;
import dev.tidewatch.detector.schedule.EngineRoom;
import dev.tidewatch.detector.schedule.RunObserver;
import dev.tidewatch.detector.schedule.Scheduler;
import dev.tidewatch.detector.schedule.WorkPlace;
import dev.tidewatch.detector.server.ServerConfiguration.LimitKind;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.detector.trial.Trials;
import dev.tidewatch.detector.wire.Paging;
import dev.tidewatch.detector.wire.ServiceModel;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.s3.S3Client;

/** A running detector server: listens, runs the detectors, sends their alerts. */
public final class DetectorServer implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final ServerConfiguration configuration;
  private final LookoutServer server;
  private boolean unvisited;

  private DetectorServer(ServerConfiguration asked, Clock clock, RunObserver observer) {
    try {
      this.configuration = FreePort.chosen(asked);
      this.server = assemble(clock, observer);
      ServerAddress.write(configuration);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /**
   * Starts a server and goes on with all its detectors; answers within seconds.
   *
   * @throws RefusedStart when it would be open to others without keys or TLS
   * @throws dev.tidewatch.detector.store.StoreException when its database cannot be used
   */
  public static DetectorServer start(ServerConfiguration configuration) {
    return start(configuration, Clock.systemUTC(), RunObserver.NONE);
  }

  /**
   * The same with an eye on its runs.
   *
   * @param clock by which intervals are run and alerts are sent; signatures keep to the machine's
   */
  public static DetectorServer start(
      ServerConfiguration configuration, Clock clock, RunObserver observer) {
    return new DetectorServer(configuration, clock, observer);
  }

  private LookoutServer assemble(Clock clock, RunObserver observer) {
    makeFolder(configuration);
    SecureRandom random = new SecureRandom();
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    parts.push(registry::close);
    new JvmMemoryMetrics().bindTo(registry);
    SqliteDatabase database = opened(SqliteDatabase.open(configuration.database()));
    SecretCipher cipher = SecretCipher.under(configuration.keyFile(), random);
    AccessKeys keys = Doors.keys(configuration, database, cipher, random, Clock.systemUTC());
    unvisited =
        configuration.console().proxyUser().isEmpty()
            && keys.list().stream().noneMatch(AccessKey::active);
    RequestGate gate = Doors.gate(configuration, keys, cipher, random, Clock.systemUTC());
    ResourceNames names = new ResourceNames(configuration.account());
    Quotas quotas = configuration.limits() == LimitKind.LOOKOUT ? Quotas.LOOKOUT : Quotas.OWN;
    Clients clients = opened(new Clients());
    Room room = Room.ofHeap();
    S3Client s3 =
        new FolderBucket(SampleData.BUCKET, SampleData.objects(configuration.data()), clients::s3);
    DataSources sources = new DataSources(() -> s3, clients::cloudWatch, clock, room);
    LiveFeed pages = opened(LiveFeed.start(LiveFeed.Rhythm.USUAL));
    AwsTargets targets = new AwsTargets(clients::sns, clients::lambda);
    AlertDispatcher dispatcher =
        opened(
            AlertDispatcher.start(
                database,
                names,
                targets,
                DeliverySettings.defaults(),
                new ToldDeliveries(new DeliveryMeters(registry), pages),
                clock,
                random));
    ConsoleLinks links = new ConsoleLinks(ServerAddress.of(configuration));
    Alerting alerting =
        new Alerting(
            new AlertDesk(names, links, AlertDesk.INTERVALS_WITHOUT_DATA), dispatcher, pages);
    ExecutorService executor = Executors.newWorkStealingPool();
    parts.push(executor::shutdownNow);
    CatalogDatasets datasets = new CatalogDatasets(quotas, sources, configuration.forest());
    WorkPlace place =
        new WorkPlace(
            database,
            datasets,
            datasets,
            alerting,
            clock,
            executor,
            new EngineRoom(room),
            new RunMeters(registry),
            observer);
    SampleData.writeDue(configuration.data(), clock);
    Scheduler scheduler =
        opened(
            Scheduler.start(
                place,
                configuration.workers(),
                detector -> database.change(handle -> Detectors.delete(handle, detector, names)),
                wait -> waiting(clock, wait)));
    ServiceModel model = ServiceModel.load();
    AuditLog audit =
        new ToldChanges(
            new AuditFiles(AuditFiles.in(configuration.data()), configuration.account()), pages);
    Surroundings surroundings =
        new Surroundings(
            database,
            names,
            quotas,
            new Paging(cipher.derived("page tokens"), Clock.systemUTC()),
            clock,
            scheduler);
    Operations operations = AllOperations.of(surroundings, new Previews(sources));
    SampleData sample =
        opened(
            SampleData.start(
                configuration.data(), database, names, operations, clock, pages::changed));
    ApiRoutes api =
        new ApiRoutes(
            model, operations, gate::admit, registry, new AuditDesk(audit, Clock.systemUTC()));
    InnerCalls calls = new InnerCalls(model, operations);
    Health health = new Health(List.of(new DatabaseHealth(database)));
    ConsoleWiring console =
        ConsoleWiring.of(
            configuration,
            database,
            keys,
            cipher,
            random,
            new ConsoleWiring.Running(
                audit,
                clock,
                pages,
                names,
                calls,
                links,
                targets,
                scheduler,
                datasets,
                sample,
                new Trials(database, names, calls, scheduler, clock),
                health));
    List<Routes> routes =
        new ArrayList<>(
            List.of(
                api,
                new HealthRoutes(health),
                new MetricsRoutes(registry),
                new ShortLinks(
                    gate::admit, console.door(), new GroupPages(database, links)::find)));
    if (configuration.console().enabled()) {
      routes.add(console.routes()::addTo);
    }
    LookoutServer listening = opened(LookoutServer.start(settings(configuration), routes));
    parts.push(pages); // ended first: the server would wait for those who listen
    return listening;
  }

  /** How long the machine waits for so much time on a clock. */
  private static Duration waiting(Clock clock, Duration wait) {
    return clock instanceof TravellingClock travelling ? travelling.real(wait) : wait;
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private static void makeFolder(ServerConfiguration configuration) {
    try {
      Files.createDirectories(configuration.data());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot make the folder %s: %s".formatted(configuration.data(), e.getMessage()), e);
    }
  }

  private static ServerSettings settings(ServerConfiguration configuration) {
    ServerSettings plain = ServerSettings.on(configuration.host(), configuration.port());
    return configuration
        .tls()
        .map(tls -> plain.withTls(new TlsFiles(tls.certificate(), tls.key())))
        .orElse(plain);
  }

  /** Each method and path it answers, as {@code POST /events}. */
  public List<String> answered() {
    return server.answered();
  }

  public int port() {
    return server.port();
  }

  /** What clients are pointed to. */
  public String url() {
    return server.url();
  }

  /** Where people look at what it finds; empty when it has no pages for them. */
  public Optional<String> consoleUrl() {
    return configuration.console().enabled()
        ? Optional.of(ServerAddress.of(configuration))
        : Optional.empty();
  }

  /** Whether at its start nobody had an access key, nor is let in on a proxy's word. */
  public boolean isUnvisited() {
    return unvisited;
  }

  /**
   * Ends after the requests, intervals and messages under way, and keeps what makes the next start
   * quick.
   */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      Closing.quietly(parts.pop());
    }
  }
}

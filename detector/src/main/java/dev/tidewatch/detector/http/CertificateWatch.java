package dev.tidewatch.detector.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a renewed certificate without a restart; one that cannot be used leaves the old in place.
 */
final class CertificateWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
  private static final int EVERY_SECONDS = 30;

  private final TlsFiles files;
  private final SslContextFactory.Server tls;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(CertificateWatch::thread);
  private List<FileTime> seen;

  CertificateWatch(TlsFiles files) {
    this.files = files;
    this.seen = times();
    this.tls = new SslContextFactory.Server();
    tls.setKeyStore(PemKeyStore.read(files));
    tls.setKeyStorePassword(PemKeyStore.PASSWORD);
  }

  SslContextFactory.Server tls() {
    return tls;
  }

  void start() {
    var unused =
        clock.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Reads the files again if they changed. */
  void look() {
    List<FileTime> now = times();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      var store = PemKeyStore.read(files);
      tls.reload(factory -> factory.setKeyStore(store));
      LOG.info("Took the new certificate in {}", files.certificates());
    } catch (Exception e) { // Jetty declares no narrower one
      LOG.error("Kept the old certificate: {}", e.getMessage());
    }
  }

  private List<FileTime> times() {
    return List.of(time(files.certificates()), time(files.key()));
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // reading it says what is wrong
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "certificate-watch");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  @TempDir static Path folder;
  private static TlsFiles first;
  private static TlsFiles second;

  @BeforeAll
  static void makeCertificates() throws Exception {
    first = make("first", "RSA");
    second = make("second", "EC");
  }

  @Test
  void speaksTlsWithPemFiles() throws Exception {
    try (TestServer server = new TestServer(ServerSettings.on("127.0.0.1", 0).withTls(first))) {
      assertThat(server.url()).startsWith("https://");
      assertThat(nameAt(server.port(), first)).isEqualTo("CN=first");
    }
  }

  @Test
  void takesARenewedCertificateAndKeepsTheOldOverABrokenOne() throws Exception {
    TlsFiles used = new TlsFiles(folder.resolve("used.crt"), folder.resolve("used.key"));
    copy(first, used, 1);
    try (CertificateWatch watch = new CertificateWatch(used)) {
      watch.tls().start();
      copy(second, used, 2);
      watch.look();
      assertThat(alias(watch)).isEqualTo("CN=second");

      Files.writeString(used.key(), "nonsense");
      watch.look();
      assertThat(alias(watch)).isEqualTo("CN=second");
      watch.tls().stop();
    }
  }

  @Test
  void saysWhatIsWrongWithThem() {
    assertThatThrownBy(() -> PemKeyStore.read(new TlsFiles(first.certificates(), second.key())))
        .isInstanceOf(PemException.class)
        .hasMessageContaining("is no RSA key, as the certificate needs");
    assertThatThrownBy(() -> PemKeyStore.read(new TlsFiles(first.key(), first.key())))
        .isInstanceOf(PemException.class);
    assertThatThrownBy(
            () -> PemKeyStore.read(new TlsFiles(first.certificates(), first.certificates())))
        .isInstanceOf(PemException.class)
        .hasMessageContaining("openssl pkcs8 -topk8");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> PemKeyStore.read(new TlsFiles(none, none)))
        .isInstanceOf(PemException.class)
        .hasMessageContaining("Cannot read " + none);
  }

  @Test
  void aKeyOfAnotherCertificateIsNoticed() throws Exception {
    TlsFiles other = make("other", "RSA");

    assertThatThrownBy(() -> PemKeyStore.read(new TlsFiles(first.certificates(), other.key())))
        .isInstanceOf(PemException.class)
        .hasMessageContaining("is not that of the first certificate");
  }

  private static String nameAt(int port, TlsFiles trusted) throws Exception {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("server", PemKeyStore.read(trusted).getCertificate("server"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.startHandshake();
      return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
          .getSubjectX500Principal()
          .getName();
    }
  }

  private static String alias(CertificateWatch watch) throws Exception {
    return ((X509Certificate) watch.tls().getKeyStore().getCertificate("server"))
        .getSubjectX500Principal()
        .getName();
  }

  private static void copy(TlsFiles from, TlsFiles to, long second) throws Exception {
    Files.write(to.certificates(), Files.readAllBytes(from.certificates()));
    Files.write(to.key(), Files.readAllBytes(from.key()));
    Files.setLastModifiedTime(to.certificates(), FileTime.fromMillis(second * 1000));
    Files.setLastModifiedTime(to.key(), FileTime.fromMillis(second * 1000));
  }

  private static TlsFiles make(String name, String algorithm) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-validity",
                "10000",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(output).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return new TlsFiles(
        pem(name + ".crt", "CERTIFICATE", keys.getCertificate("server").getEncoded()),
        pem(name + ".key", "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
  }

  private static Path pem(String name, String label, byte[] content) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
  }
}

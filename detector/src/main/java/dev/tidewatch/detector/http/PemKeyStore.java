package dev.tidewatch.detector.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key store in memory, made of PEM files; the private key never lies anywhere else. */
final class PemKeyStore {
  /** The store lives in this process only, so its password keeps nothing from anybody. */
  static final String PASSWORD = "memory";

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");

  private PemKeyStore() {}

  static KeyStore read(TlsFiles files) {
    Certificate[] chain = certificates(files.certificates());
    PublicKey publicKey = chain[0].getPublicKey();
    PrivateKey key = key(files.key(), publicKey.getAlgorithm());
    try {
      if (!belongTogether(key, publicKey)) {
        throw new PemException(
            "The key in "
                + files.key()
                + " is not that of the first certificate in "
                + files.certificates()
                + "; put the server's own certificate first");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, PASSWORD.toCharArray(), chain);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new PemException(
          "The key in "
              + files.key()
              + " cannot be used with the certificate in "
              + files.certificates()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static Certificate[] certificates(Path file) {
    try {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes(file)))
              .toArray(Certificate[]::new);
      if (chain.length == 0) {
        throw new PemException("There is no certificate in " + file);
      }
      return chain;
    } catch (GeneralSecurityException e) {
      throw new PemException(file + " does not hold certificates in PEM: " + e.getMessage(), e);
    }
  }

  private static PrivateKey key(Path file, String algorithm) {
    Matcher pem = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
    if (!pem.find()) {
      throw new PemException(
          "There is no unencrypted PKCS #8 key (BEGIN PRIVATE KEY) in "
              + file
              + "; make one with: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
    }
    try {
      byte[] key = Base64.getMimeDecoder().decode(pem.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new PemException(
          "The key in "
              + file
              + " is no "
              + algorithm
              + " key, as the certificate needs: "
              + e.getMessage(),
          e);
    }
  }

  private static boolean belongTogether(PrivateKey key, PublicKey publicKey)
      throws GeneralSecurityException {
    byte[] probe = {1, 2, 3};
    Signature signature = Signature.getInstance(signatureOf(publicKey.getAlgorithm()));
    signature.initSign(key);
    signature.update(probe);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(probe);
    return signature.verify(signed);
  }

  private static String signatureOf(String algorithm) {
    return switch (algorithm) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> algorithm;
    };
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new PemException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}

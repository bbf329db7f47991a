package dev.tidewatch.localaws.sns;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * An X.509 certificate for a key pair, signed by itself with SHA-256 and RSA. The JDK reads
 * certificates but offers no way to write one, so the few DER structures of RFC 5280 are written
 * here.
 */
final class SelfSignedCertificate {
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int UTF8_STRING = 0x0C;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int EXPLICIT_ZERO = 0xA0;

  /** 2.5.4.3, common name. */
  private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};

  /** 1.2.840.113549.1.1.11, SHA-256 with RSA, and its empty parameters. */
  private static final byte[] SHA256_WITH_RSA = {
    0x06,
    0x09,
    0x2A,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xF7,
    0x0D,
    0x01,
    0x01,
    0x0B,
    0x05,
    0x00
  };

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private SelfSignedCertificate() {}

  /** The certificate as PEM text. */
  static String pem(KeyPair keys, String commonName, Instant from, Instant until)
      throws GeneralSecurityException {
    byte[] body = body(keys, commonName, from, until);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(body);
    byte[] certificate =
        der(SEQUENCE, body, der(SEQUENCE, SHA256_WITH_RSA), bits(signature.sign()));
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  private static byte[] body(KeyPair keys, String commonName, Instant from, Instant until) {
    byte[] name =
        der(
            SEQUENCE,
            der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, commonName.getBytes(UTF_8)))));
    byte[] version3 = der(EXPLICIT_ZERO, der(INTEGER, new byte[] {2}));
    byte[] serial = der(INTEGER, BigInteger.valueOf(from.toEpochMilli()).toByteArray());
    byte[] validity = der(SEQUENCE, time(from), time(until));
    return der(
        SEQUENCE,
        version3,
        serial,
        der(SEQUENCE, SHA256_WITH_RSA),
        name,
        validity,
        name,
        keys.getPublic().getEncoded());
  }

  private static byte[] time(Instant instant) {
    return der(GENERALIZED_TIME, TIME.format(instant).getBytes(US_ASCII));
  }

  private static byte[] bits(byte[] content) {
    return der(BIT_STRING, new byte[] {0}, content);
  }

  /** One element: its tag, its length, its parts. */
  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    writeLength(element, content.size());
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream element, int length) {
    if (length < 0x80) {
      element.write(length);
    } else if (length < 0x100) {
      element.write(0x81);
      element.write(length);
    } else {
      element.write(0x82);
      element.write(length >> 8);
      element.write(length);
    }
  }
}

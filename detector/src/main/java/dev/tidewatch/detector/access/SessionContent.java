package dev.tidewatch.detector.access;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** What a session token holds: for which key, with which role, until when, and the secret. */
record SessionContent(String keyId, Role role, Instant expires, Secret secret) {
  private static final int VERSION = 1;

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(keyId);
      out.writeUTF(role.label());
      out.writeLong(expires.getEpochSecond());
      out.writeUTF(secret.reveal());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws RequestRefused when another version of this server did
   */
  static SessionContent of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw RequestRefused.unrecognizedClient();
      }
      return new SessionContent(
          in.readUTF(),
          Role.of(in.readUTF()),
          Instant.ofEpochSecond(in.readLong()),
          Secret.of(in.readUTF()));
    } catch (IOException | AccessException e) {
      throw RequestRefused.unrecognizedClient();
    }
  }
}

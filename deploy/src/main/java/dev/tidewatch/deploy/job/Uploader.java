package dev.tidewatch.deploy.job;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts files where jobs read them. */
public final class Uploader {
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final Consumer<String> talk;

  /**
   * @param talk is told of every file
   */
  public Uploader(S3Client s3, Consumer<String> talk) {
    this.s3 = requireNonNull(s3, "s3");
    this.talk = requireNonNull(talk, "talk");
  }

  /** Sends the file, unless it is there: its name tells its content. */
  public void sendUnlessThere(Upload upload) {
    if (isThere(upload.to())) {
      talk.accept(upload.to().uri() + " is there");
      return;
    }
    send(upload);
    talk.accept("sent %s (%,d KB)".formatted(upload.to().uri(), upload.bytes() / 1000));
  }

  /** Sends the file. */
  public void send(Upload upload) {
    s3.putObject(
        request -> request.bucket(upload.to().bucket()).key(upload.to().key()),
        RequestBody.fromFile(upload.file()));
  }

  private boolean isThere(S3Location place) {
    try {
      s3.headObject(request -> request.bucket(place.bucket()).key(place.key()));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}

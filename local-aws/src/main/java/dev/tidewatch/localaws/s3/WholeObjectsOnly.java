package dev.tidewatch.localaws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists whole objects only. The store below writes an upload to {@code <key>-<uuid>} first and
 * renames it when complete; until then, and for good after a kill, that file would be listed as an
 * object of partial size, which S3 never shows.
 *
 * <p>An object that bears such a name by right could not be told from an upload, so its upload is
 * refused with a message, rather than accepted and never listed.
 */
final class WholeObjectsOnly extends ForwardingBlobStore {
  private static final Predicate<String> IN_FLIGHT =
      Pattern.compile("-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$").asPredicate();

  /** S3Proxy's own notes about multipart uploads, which it hides itself. */
  private static final String UPLOAD_NOTE = ".s3proxy-mpu-stub-";

  private static final int BAD_REQUEST = 400;

  WholeObjectsOnly(BlobStore store) {
    super(store);
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    ListObjectsV2Response listed = super.list(request);
    return listed.toBuilder()
        .contents(listed.contents().stream().filter(WholeObjectsOnly::isWhole).toList())
        .build();
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    if (isNamedAsInFlight(request.key())) {
      readToTheEnd(payload);
    }
    refuseInFlightName(request.key());
    return super.putBlob(request, payload);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    refuseInFlightName(request.destinationKey());
    return super.copyBlob(request);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    refuseInFlightName(request.key());
    return super.initiateMultipartUpload(request);
  }

  /** Who is still sending does not read why it is refused. */
  private static void readToTheEnd(InputStream payload) {
    try {
      payload.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(S3Object object) {
    return !isNamedAsInFlight(object.key());
  }

  private static boolean isNamedAsInFlight(String key) {
    return IN_FLIGHT.test(key) && !key.startsWith(UPLOAD_NOTE);
  }

  private static void refuseInFlightName(String key) {
    if (isNamedAsInFlight(key)) {
      throw invalidArgument(
          "the key '"
              + key
              + "' ends in -<uuid>, as uploads in flight do on this local S3; "
              + "give it an ending, such as .csv");
    }
  }

  private static RuntimeException invalidArgument(String message) {
    return S3Exception.builder()
        .message(message)
        .statusCode(BAD_REQUEST)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName("S3")
                .errorCode("InvalidArgument")
                .errorMessage(message)
                .sdkHttpResponse(
                    SdkHttpResponse.builder().statusCode(BAD_REQUEST).headers(Map.of()).build())
                .build())
        .build();
  }
}

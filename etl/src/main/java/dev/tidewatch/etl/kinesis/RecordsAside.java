package dev.tidewatch.etl.kinesis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Takes the records out of answers to GetRecords before the SDK decodes them, which would cost more
 * than all that is done with them afterwards. Whatever it does not know is left to the SDK.
 */
final class RecordsAside implements ExecutionInterceptor {
  /** Where the records of a call go; a call without is left alone. */
  static final ExecutionAttribute<RecordsAside.Place> PLACE =
      new ExecutionAttribute<>("TidewatchRecords");

  /** Holds the records of one call, if they were taken out. */
  static final class Place {
    private @Nullable List<ShardRecord> records;

    Optional<List<ShardRecord>> records() {
      return Optional.ofNullable(records);
    }
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Place place = attributes.getAttribute(PLACE);
    Optional<InputStream> body = context.responseBody();
    if (place == null || body.isEmpty() || !isKnown(context.httpResponse())) {
      return body;
    }
    byte[] whole = read(body.get());
    Optional<ScannedAnswer> scanned = ScannedAnswer.scan(whole);
    scanned.ifPresent(answer -> place.records = answer.records());
    return Optional.of(new ByteArrayInputStream(scanned.map(ScannedAnswer::rest).orElse(whole)));
  }

  /** Plain CBOR, and without a checksum that would no longer fit. */
  private static boolean isKnown(SdkHttpResponse response) {
    return response.isSuccessful()
        && response
            .firstMatchingHeader("Content-Type")
            .filter(type -> type.startsWith("application/x-amz-cbor"))
            .isPresent()
        && response.firstMatchingHeader("Content-Encoding").isEmpty()
        && response.firstMatchingHeader("x-amz-crc32").isEmpty();
  }

  private static byte[] read(InputStream body) {
    try (body) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw SdkClientException.create("the answer broke off: " + e.getMessage(), e);
    }
  }
}

package dev.tidewatch.setup.aws;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Says which service, at which endpoint, did not answer: the SDK says only that none did. */
final class NamesEndpoint implements ExecutionInterceptor {
  private static final String UNREACHABLE = "Unable to execute HTTP request: ";

  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    Throwable failure = context.exception();
    String message = String.valueOf(failure.getMessage());
    String service = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
    if (failure instanceof SdkClientException && message.startsWith(UNREACHABLE)) {
      String where =
          context.httpRequest().map(request -> place(request.getUri())).orElse("its endpoint");
      return renamed(
          service + " at " + where + " does not answer: " + reason(failure, message), failure);
    }
    return failure;
  }

  private static SdkClientException renamed(String message, Throwable failure) {
    return SdkClientException.create(message, failure.getCause());
  }

  private static String place(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private static String reason(Throwable failure, String message) {
    boolean unknown =
        Optional.ofNullable(failure.getCause())
            .filter(UnknownHostException.class::isInstance)
            .isPresent();
    String reason = message.substring(UNREACHABLE.length()).replaceFirst(" \\(SDK Attempt.*", "");
    return unknown ? "there is no host " + reason : reason;
  }
}

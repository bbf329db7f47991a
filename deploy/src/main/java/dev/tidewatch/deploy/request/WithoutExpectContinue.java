package dev.tidewatch.deploy.request;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends a body without asking first. While it asks, Java's HTTP client meets a kept connection that
 * the server has closed with an exception that the SDK does not take for one of the network, and
 * does not repeat the call.
 */
final class WithoutExpectContinue implements ExecutionInterceptor {
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    return context.httpRequest().toBuilder().removeHeader("Expect").build();
  }
}

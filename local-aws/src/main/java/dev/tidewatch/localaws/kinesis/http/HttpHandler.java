package dev.tidewatch.localaws.kinesis.http;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface HttpHandler {
  HttpResponse answer(HttpRequest request);
}

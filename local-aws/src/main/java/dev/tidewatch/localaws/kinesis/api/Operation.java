package dev.tidewatch.localaws.kinesis.api;

/** One operation of the API. */
@FunctionalInterface
interface Operation {
  /**
   * @throws dev.tidewatch.localaws.kinesis.stream.KinesisException when the answer is an error
   */
  Answer answer(ApiRequest request);
}

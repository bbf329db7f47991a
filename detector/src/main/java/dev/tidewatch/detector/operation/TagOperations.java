package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.TagRules;
import dev.tidewatch.detector.catalog.Tags;
import dev.tidewatch.detector.wire.ApiError;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.TagResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.TagResourceResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.UntagResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UntagResourceResponse;

/** Tags of detectors, datasets and alerts (contract section 8). */
public final class TagOperations {
  private final Surroundings surroundings;
  private final Resources resources;

  public TagOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.resources = new Resources(surroundings.names());
  }

  public TagResourceResponse tag(TagResourceRequest request) {
    TagChecks.check(request.tags());
    surroundings.database().change(handle -> tag(handle, request));
    return TagResourceResponse.builder().build();
  }

  private void tag(Handle handle, TagResourceRequest request) {
    String arn = request.resourceArn();
    resources.require(handle, arn);
    TagRules.tooMany(
            Tags.of(handle, arn).keySet(), request.tags().keySet(), surroundings.quotas().tags())
        .ifPresent(
            problem -> {
              throw ApiError.validation("tags", problem);
            });
    Tags.put(handle, arn, request.tags());
  }

  public UntagResourceResponse untag(UntagResourceRequest request) {
    surroundings
        .database()
        .change(
            handle -> {
              resources.require(handle, request.resourceArn());
              Tags.remove(handle, request.resourceArn(), request.tagKeys());
            });
    return UntagResourceResponse.builder().build();
  }

  public ListTagsForResourceResponse list(ListTagsForResourceRequest request) {
    String arn = request.resourceArn();
    return surroundings
        .database()
        .read(
            handle -> {
              resources.require(handle, arn);
              return ListTagsForResourceResponse.builder().tags(Tags.of(handle, arn)).build();
            });
  }
}

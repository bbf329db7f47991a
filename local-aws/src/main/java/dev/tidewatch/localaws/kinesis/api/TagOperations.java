package dev.tidewatch.localaws.kinesis.api;

import dev.tidewatch.localaws.kinesis.stream.StreamCatalog;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names and values people put on streams. */
final class TagOperations {
  private static final int MOST_LISTED = 50;

  private final StreamCatalog catalog;

  TagOperations(StreamCatalog catalog) {
    this.catalog = catalog;
  }

  Map<String, Operation> byName() {
    return Map.of(
        "AddTagsToStream", this::addTags,
        "RemoveTagsFromStream", this::removeTags,
        "ListTagsForStream", this::listTags);
  }

  /** The fields of a structure as tags. */
  static Map<String, String> tags(ApiRequest fields) {
    Map<String, String> tags = new TreeMap<>();
    fields.names().forEach(name -> tags.put(name, fields.requireText(name)));
    return tags;
  }

  private Answer addTags(ApiRequest request) {
    Map<String, String> tags =
        request
            .structure("Tags")
            .map(TagOperations::tags)
            .orElseThrow(() -> Validation.failed("tags", "Member must not be null"));
    catalog.get(request.streamName()).tags().add(tags);
    return Answer.NOTHING;
  }

  private Answer removeTags(ApiRequest request) {
    catalog.get(request.streamName()).tags().remove(request.requireTexts("TagKeys"));
    return Answer.NOTHING;
  }

  private Answer listTags(ApiRequest request) {
    int most = request.number("Limit", 1, MOST_LISTED).orElse(MOST_LISTED);
    String after = request.text("ExclusiveStartTagKey").orElse("");
    List<Map.Entry<String, String>> rest =
        catalog.get(request.streamName()).tags().all().entrySet().stream()
            .filter(tag -> tag.getKey().compareTo(after) > 0)
            .toList();
    return out ->
        out.structures(
                "Tags",
                rest.subList(0, Math.min(most, rest.size())),
                tag -> fields -> fields.text("Key", tag.getKey()).text("Value", tag.getValue()))
            .flag("HasMoreTags", rest.size() > most);
  }
}

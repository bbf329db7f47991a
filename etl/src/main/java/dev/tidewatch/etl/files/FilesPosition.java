package dev.tidewatch.etl.files;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.spark.sql.connector.read.streaming.Offset;

/** Up to which file, in order of their names, a folder was read. */
final class FilesPosition extends Offset {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Before the first file. */
  static final FilesPosition START = new FilesPosition("", false);

  private final String last;
  private final boolean complete;

  /**
   * @param last the name of the last file read
   * @param complete whether the folder had no more when it was listed
   */
  FilesPosition(String last, boolean complete) {
    this.last = requireNonNull(last, "last");
    this.complete = complete;
  }

  String last() {
    return last;
  }

  boolean isComplete() {
    return complete;
  }

  @Override
  public String json() {
    return JSON.createObjectNode().put("last", last).put("complete", complete).toString();
  }

  static FilesPosition parse(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      return new FilesPosition(
          root.required("last").asText(), root.required("complete").asBoolean());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the checkpoint holds no position in a folder: " + json, e);
    }
  }
}

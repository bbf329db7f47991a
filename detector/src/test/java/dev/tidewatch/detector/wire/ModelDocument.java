package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The service model as it stands in its file, read without the classes under test. */
public final class ModelDocument {
  private final JsonNode document;

  private ModelDocument(JsonNode document) {
    this.document = document;
  }

  public static ModelDocument read() {
    try (InputStream in =
        ModelDocument.class.getResourceAsStream("lookoutmetrics-2017-07-25.service-2.json")) {
      return new ModelDocument(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> operations() {
    List<String> names = new ArrayList<>();
    document.get("operations").fieldNames().forEachRemaining(names::add);
    return names;
  }

  public JsonNode operation(String name) {
    return document.get("operations").get(name);
  }

  public String input(String operation) {
    return operation(operation).get("input").get("shape").asText();
  }

  public String output(String operation) {
    return operation(operation).get("output").get("shape").asText();
  }

  public JsonNode shape(String name) {
    return document.get("shapes").get(name);
  }

  JsonNode shapes() {
    return document.get("shapes");
  }
}

package dev.tidewatch.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tidewatch.deploy.request.RecordedRequest;
import java.util.List;

/** Requests as a document that people read and programs too. */
final class RequestReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RequestReport() {}

  static String json(List<RecordedRequest> requests) {
    ArrayNode all = JSON.createArrayNode();
    requests.forEach(request -> add(all.addObject(), request));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static void add(ObjectNode node, RecordedRequest request) {
    node.put("service", request.service());
    node.put("operation", request.operation());
    node.put("method", request.method());
    node.put("uri", request.uri().toString());
    request.headers().forEach(node.putObject("headers")::put);
    node.set("body", body(request.body()));
  }

  private static JsonNode body(String text) {
    try {
      return text.startsWith("{") ? JSON.readTree(text) : new TextNode(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the SDK has written no JSON: " + text, e);
    }
  }
}

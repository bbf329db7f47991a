package dev.tidewatch.detector.anomaly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.detector.store.StoreException;
import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.cube.Scope;
import java.util.LinkedHashMap;
import java.util.List;

/** Scopes and contributions as the database keeps them: JSON. */
public final class ScopeText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScopeText() {}

  /** The same scope is the same text: its values stand in the order of the dimensions. */
  static String write(Scope scope) {
    return text(scope.values());
  }

  public static Scope read(String text) {
    return new Scope(value(text, new TypeReference<LinkedHashMap<String, String>>() {}));
  }

  static String write(List<Contribution> contributions) {
    return text(contributions);
  }

  static List<Contribution> contributions(String text) {
    return value(text, new TypeReference<List<Contribution>>() {});
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value, e);
    }
  }

  private static <T> T value(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new StoreException(
          "the database holds '" + text + "', which this version did not write", e);
    }
  }
}

package dev.tidewatch.etl.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The sign of life of a writer.
 *
 * @param token tells this writer from all others
 * @param released whether it has ended in good order
 */
record LeaseSign(
    String queryId, String owner, String token, Instant started, Instant seen, boolean released) {
  private static final int VERSION = 1;

  LeaseSign seenAt(Instant now) {
    return new LeaseSign(queryId, owner, token, started, now, released);
  }

  LeaseSign releasedAt(Instant now) {
    return new LeaseSign(queryId, owner, token, started, now, true);
  }

  byte[] write() {
    return JsonText.indented(
        JsonText.object()
            .put("version", VERSION)
            .put("queryId", queryId)
            .put("owner", owner)
            .put("token", token)
            .put("started", started.toString())
            .put("seen", seen.toString())
            .put("released", released));
  }

  static LeaseSign read(String key, byte[] content) {
    JsonNode json = JsonText.parse(key, content, VERSION);
    return new LeaseSign(
        JsonText.text(key, json, "queryId"),
        JsonText.text(key, json, "owner"),
        JsonText.text(key, json, "token"),
        JsonText.instant(key, json, "started"),
        JsonText.instant(key, json, "seen"),
        json.path("released").asBoolean());
  }
}

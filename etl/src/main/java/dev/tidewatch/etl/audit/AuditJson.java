package dev.tidewatch.etl.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** An audit's outcome for programs. */
public final class AuditJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AuditJson() {}

  /** One JSON object: counts, intervals, differences. */
  public static String of(AuditReport report) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("clean", report.isClean())
            .put("read", report.read())
            .put("written", report.written())
            .put("late", report.late())
            .put("rejected", report.rejected())
            .put("open", report.open())
            .put("conflicting", report.conflicting())
            .put("abandoned", report.abandoned())
            .put("objects", report.objects());
    if (!report.period().equals(Period.ALL)) {
      json.put("from", report.period().from().toString());
      json.put("to", report.period().to().toString());
    }
    var intervals = json.putArray("intervals");
    for (AuditedInterval interval : report.intervals()) {
      intervals
          .addObject()
          .put("start", interval.start().toString())
          .put("accepted", interval.accepted())
          .put("written", interval.written())
          .put("open", interval.open())
          .put("late", interval.late());
    }
    var differences = json.putArray("differences");
    for (Difference difference : report.differences()) {
      differences
          .addObject()
          .put("kind", difference.kind().name())
          .put("key", difference.key())
          .put("message", difference.message());
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

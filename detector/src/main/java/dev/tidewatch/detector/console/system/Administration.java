package dev.tidewatch.detector.console.system;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.AccessKey;
import dev.tidewatch.detector.access.AccessKeys;
import dev.tidewatch.detector.alerting.message.Plain;
import dev.tidewatch.detector.audit.AuditLine;
import dev.tidewatch.detector.audit.AuditTail;
import dev.tidewatch.detector.console.words.Times;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may come in, and who changed what: for admins alone, and never a secret. */
public final class Administration {
  private static final Logger LOG = LoggerFactory.getLogger(Administration.class);
  private static final int MOST_LINES = 50;
  private static final int NAME = 120;
  private static final int SENTENCE = 300;

  private final AccessKeys keys;
  private final AuditTail audit;

  public Administration(AccessKeys keys, AuditTail audit) {
    this.keys = requireNonNull(keys, "keys");
    this.audit = requireNonNull(audit, "audit");
  }

  /**
   * An access key.
   *
   * @param used when it last let somebody in, as far as anybody knows
   */
  public record Key(
      String id, String role, String label, String created, String used, boolean active) {}

  /**
   * A line of the audit log.
   *
   * @param who the label of their key, where it is known
   * @param what the call's parameters
   * @param error why nothing was changed; empty when it was done
   */
  public record Entry(
      String when,
      String instant,
      String operation,
      String who,
      String key,
      String role,
      String address,
      String what,
      String error) {}

  /**
   * @param entries the newest lines that tell something, the newest first
   * @param torn how many of the newest lines were cut by a power cut
   * @param readable whether the audit log could be read
   */
  public record Page(List<Key> keys, List<Entry> entries, long torn, boolean readable) {
    public Page {
      keys = List.copyOf(keys);
      entries = List.copyOf(entries);
    }
  }

  Page page(Times times) {
    List<AccessKey> all = keys.list();
    List<Key> shown = all.stream().map(key -> key(key, times)).toList();
    try {
      List<AuditLine> lines = audit.newest(MOST_LINES);
      Map<String, String> labels =
          all.stream()
              .collect(Collectors.toMap(AccessKey::id, AccessKey::label, (first, more) -> first));
      List<Entry> entries =
          lines.stream()
              .flatMap(line -> line.call().stream())
              .map(call -> entry(call, labels, times))
              .toList();
      return new Page(shown, entries, (long) lines.size() - entries.size(), true);
    } catch (UncheckedIOException unreadable) {
      LOG.warn("the page of the system is without the audit log", unreadable);
      return new Page(shown, List.of(), 0, false);
    }
  }

  private static Key key(AccessKey key, Times times) {
    return new Key(
        key.id(),
        key.role().label(),
        key.label(),
        times.full(key.created()),
        key.used().map(times::full).orElse("not known"),
        key.active());
  }

  private static Entry entry(AuditLine.Call call, Map<String, String> labels, Times times) {
    return new Entry(
        times.full(call.time()),
        call.time().toString(),
        Plain.line(call.operation(), NAME),
        labels.getOrDefault(call.keyId(), ""),
        Plain.line(call.keyId(), NAME),
        Plain.line(call.role(), NAME),
        Plain.line(call.address(), NAME),
        Plain.line(call.request(), SENTENCE),
        Plain.line(call.error(), SENTENCE));
  }
}

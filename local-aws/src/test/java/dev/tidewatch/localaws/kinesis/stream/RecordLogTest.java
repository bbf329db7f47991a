package dev.tidewatch.localaws.kinesis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordLogTest {
  private static final SequenceNumbers NUMBERS = new SequenceNumbers(1, 0);

  private record Entry(long index, String key, String data, long arrival) {}

  private final RecordLog log = new RecordLog();
  private final List<Entry> model = new ArrayList<>();
  private int trimmed;

  /** Appends, trims, pages and looks up at random; a plain list must say the same. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithAListOfRecords(long seed) {
    var random = new SplittableRandom(seed);
    long clock = 1000;
    for (int step = 0; step < 300; step++) {
      for (int i = random.nextInt(100); i >= 0; i--) {
        clock += random.nextInt(3);
        append(random.nextInt(40), clock + random.nextInt(-20, 21));
      }
      if (random.nextInt(10) == 0) {
        trim(clock - random.nextInt(3000));
      }
      checkPage(random.nextInt(model.size() + 1), random.nextInt(6000), 1 + random.nextInt(60_000));
      checkLookup(clock - random.nextInt(8000));
    }
    assertThat(log.end()).isEqualTo(model.size() + 1L);
  }

  private void append(int length, long arrival) {
    var entry = new Entry(model.size() + 1L, "k" + model.size(), "d".repeat(length), arrival);
    model.add(entry);
    long index = log.append(utf8(entry.key()), utf8(entry.data()), arrival);
    assertThat(index).isEqualTo(entry.index());
  }

  private void trim(long arrival) {
    while (trimmed < model.size() && model.get(trimmed).arrival() < arrival) {
      trimmed++;
    }
    log.trimArrivedBefore(arrival);
    assertThat(log.first()).isEqualTo(trimmed + 1L);
  }

  private void checkPage(long from, int maxRecords, int maxBytes) {
    List<Entry> expected = new ArrayList<>();
    int bytes = 0;
    for (int i = Math.max(trimmed, (int) from - 1); i < model.size(); i++) {
      Entry entry = model.get(i);
      bytes += entry.key().length() + entry.data().length();
      if (expected.size() == maxRecords || (bytes > maxBytes && !expected.isEmpty())) {
        break;
      }
      expected.add(entry);
    }
    RecordPage page = log.page(from, maxRecords, maxBytes);
    assertThat(entries(page)).isEqualTo(expected);
    assertThat(page.bytes())
        .isEqualTo(
            expected.stream().mapToLong(each -> each.key().length() + each.data().length()).sum());
  }

  private void checkLookup(long arrival) {
    long expected =
        model.stream()
            .skip(trimmed)
            .filter(entry -> entry.arrival() >= arrival)
            .mapToLong(Entry::index)
            .findFirst()
            .orElse(log.end());
    assertThat(log.firstArrivedAtOrAfter(arrival)).isEqualTo(expected);
  }

  private static List<Entry> entries(RecordPage page) {
    List<Entry> entries = new ArrayList<>();
    var cursor = new RecordCursor(page, NUMBERS);
    while (cursor.advance()) {
      String number = new String(cursor.sequenceNumber(), StandardCharsets.US_ASCII);
      entries.add(
          new Entry(
              NUMBERS.firstIndexFrom(number),
              text(cursor, cursor.partitionKeyStart(), cursor.partitionKeyLength()),
              text(cursor, cursor.dataStart(), cursor.dataLength()),
              cursor.arrivalMillis()));
    }
    return entries;
  }

  private static String text(RecordCursor cursor, int start, int length) {
    return new String(cursor.bytes(), start, length, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPageTakenBeforeAnAppendStaysAsItWas() {
    append(10, 1);
    RecordPage page = log.page(1, 10, 1000);
    List<Entry> before = entries(page);
    for (int i = 0; i < 10_000; i++) {
      append(20, 2);
    }
    assertThat(entries(page)).isEqualTo(before);
  }

  @Test
  void aRecordLargerThanThePageIsGivenAlone() {
    append(5000, 1);
    append(5, 1);
    assertThat(log.page(1, 10, 100).count()).isEqualTo(1);
  }
}

package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.localaws.kinesis.fault.Fault;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdkRangeReaderTest extends RangeReaderContract {
  @Override
  String reader() {
    return "sdk";
  }

  @Test
  void followsEmptyAnswers() throws IOException {
    List<String> numbers = stream.put("0", "1", "2");
    server.faults().injectNext(Fault.EMPTY_PAGE, 3);

    assertThat(read(before(numbers.get(0)), before(numbers.get(2)))).hasSize(2);
  }
}

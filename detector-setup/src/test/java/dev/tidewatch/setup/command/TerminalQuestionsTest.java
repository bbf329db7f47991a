package dev.tidewatch.setup.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalQuestionsTest {
  @Test
  void asksInWordsAndTakesALine() {
    StringWriter err = new StringWriter();
    var questions =
        new TerminalQuestions(
            new ByteArrayInputStream(" shop-data \n\n".getBytes(UTF_8)), new PrintWriter(err));
    assertThat(questions.ask("Bucket", "Where the data are")).contains("shop-data");
    assertThat(questions.ask("Stage", "")).isEmpty();
    assertThat(questions.ask("Nobody", "left")).isEmpty();
    assertThat(err.toString()).isEqualTo("Bucket (Where the data are): Stage: Nobody (left): ");
  }
}

package dev.tidewatch.setup.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.setup.cloudformation.Questions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Optional;

/** Asks on the error output, so that the standard output holds the result alone. */
final class TerminalQuestions implements Questions {
  private final BufferedReader answers;
  private final PrintWriter err;

  TerminalQuestions(InputStream answers, PrintWriter err) {
    this.answers = new BufferedReader(new InputStreamReader(answers, UTF_8));
    this.err = err;
  }

  /** Asks who sits at the terminal, or nobody where there is none. */
  @SuppressWarnings(
      "SystemConsoleNull") // without a terminal later Javas read an end, and ask nobody
  static Questions open(PrintWriter err) {
    return System.console() == null ? NOBODY : new TerminalQuestions(System.in, err);
  }

  @Override
  public Optional<String> ask(String name, String description) {
    err.print(name + (description.isEmpty() ? "" : " (" + description + ")") + ": ");
    err.flush();
    try {
      return Optional.ofNullable(answers.readLine())
          .map(String::strip)
          .filter(answer -> !answer.isEmpty());
    } catch (IOException closed) {
      return Optional.empty();
    }
  }
}

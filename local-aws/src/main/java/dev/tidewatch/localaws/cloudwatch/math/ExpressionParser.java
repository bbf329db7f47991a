package dev.tidewatch.localaws.cloudwatch.math;

import dev.tidewatch.localaws.cloudwatch.math.Expression.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an expression from left to right; the grammar is one method for each rank of operators. */
final class ExpressionParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
              + "|(?<name>[A-Za-z][A-Za-z0-9_]*)"
              + "|(?<text>\"[^\"]*\"|'[^']*')"
              + "|(?<sign><=|>=|==|!=|[-+*/^(),<>]))\\s*");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private int at;

  ExpressionParser(String text) {
    this.text = text;
  }

  Expression parse() {
    split();
    boolean band = tokens.get(0).equals(Functions.BAND);
    Node root = comparison();
    if (!peek().isEmpty()) {
      throw unexpected();
    }
    return new Expression(root, ids, band);
  }

  private void split() {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.region(end, text.length()).lookingAt()) {
      tokens.add(matcher.group().trim());
      end = matcher.end();
    }
    if (end < text.length() || tokens.isEmpty()) {
      throw new MathException(
          "Error in expression '" + text + "' [Unexpected input at position " + end + "]");
    }
  }

  private Node comparison() {
    return binary(this::sum, Set.of("<", ">", "<=", ">=", "==", "!="));
  }

  private Node sum() {
    return binary(this::product, Set.of("+", "-"));
  }

  private Node product() {
    return binary(this::signed, Set.of("*", "/"));
  }

  private Node signed() {
    if (take("-")) {
      Node negated = signed();
      return variables ->
          Arithmetic.apply("-", new MathValue.Scalar(0), negated.evaluate(variables));
    }
    return power();
  }

  private Node power() {
    Node base = atom();
    if (!take("^")) {
      return base;
    }
    Node exponent = signed();
    return variables ->
        Arithmetic.apply("^", base.evaluate(variables), exponent.evaluate(variables));
  }

  private Node binary(Supplier<Node> operand, Set<String> signs) {
    Node left = operand.get();
    while (signs.contains(peek())) {
      String sign = next();
      Node before = left;
      Node right = operand.get();
      left =
          variables ->
              Arithmetic.apply(sign, before.evaluate(variables), right.evaluate(variables));
    }
    return left;
  }

  private Node atom() {
    String token = next();
    if (token.equals("(")) {
      Node inner = comparison();
      expect(")");
      return inner;
    }
    if (token.matches("[0-9].*")) {
      MathValue number = new MathValue.Scalar(Double.parseDouble(token));
      return variables -> number;
    }
    if (take("(")) {
      return function(token);
    }
    if (!token.matches("[a-z][A-Za-z0-9_]*")) {
      at--;
      throw unexpected();
    }
    ids.add(token);
    return variables -> variables.value(token);
  }

  private Node function(String name) {
    if (name.equals(Functions.BAND)) {
      return band();
    }
    if (name.equals("METRICS")) {
      String containing = take(")") ? "" : literal();
      return variables -> new MathValue.Lines(variables.metrics(containing));
    }
    List<Node> arguments = new ArrayList<>();
    if (!take(")")) {
      do {
        arguments.add(comparison());
      } while (take(","));
      expect(")");
    }
    Functions.checkKnown(name, arguments.size());
    return variables ->
        Functions.call(
            name,
            arguments.stream().map(argument -> argument.evaluate(variables)).toList(),
            variables);
  }

  private Node band() {
    String id = next();
    if (!id.matches("[a-z][A-Za-z0-9_]*")) {
      throw new MathException(
          Functions.BAND + " is of the id of a metric or expression, not " + id);
    }
    ids.add(id);
    double deviations = take(",") ? number() : 2;
    expect(")");
    return variables -> variables.band(id, deviations);
  }

  private double number() {
    String token = next();
    if (!token.matches("[0-9].*")) {
      at--;
      throw unexpected();
    }
    return Double.parseDouble(token);
  }

  private String literal() {
    String token = next();
    expect(")");
    return token.substring(1, Math.max(1, token.length() - 1));
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private String next() {
    if (at == tokens.size()) {
      throw unexpected();
    }
    return tokens.get(at++);
  }

  private boolean take(String token) {
    boolean there = peek().equals(token);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw unexpected();
    }
  }

  private MathException unexpected() {
    String what = at < tokens.size() ? "'" + tokens.get(at) + "'" : "the end";
    return new MathException("Error in expression '" + text + "' [Unexpected " + what + "]");
  }
}

package dev.tidewatch.localaws.cloudwatch.math;

import java.util.Set;

/**
 * An expression of metric math: numbers, ids, {@code + - * / ^}, comparisons, and the functions of
 * {@link Functions}.
 */
public final class Expression {
  private final Node root;
  private final Set<String> ids;
  private final boolean band;

  Expression(Node root, Set<String> ids, boolean band) {
    this.root = root;
    this.ids = Set.copyOf(ids);
    this.band = band;
  }

  /**
   * @throws MathException when it is none
   */
  public static Expression parse(String text) {
    return new ExpressionParser(text).parse();
  }

  /**
   * @throws MathException when its parts do not go together
   */
  public MathValue evaluate(Variables variables) {
    return root.evaluate(variables);
  }

  /** The variables it names. */
  public Set<String> ids() {
    return ids;
  }

  /** Whether it yields a band. */
  public boolean isBand() {
    return band;
  }

  /** A part of an expression. */
  interface Node {
    MathValue evaluate(Variables variables);
  }
}

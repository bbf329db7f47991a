package dev.tidewatch.evaluation.rootcause;

import java.util.List;
import java.util.Map;

/** A way to find the scopes in which values changed. */
public interface RootCauseMethod {
  /**
   * The scopes, each a value for one dimension or more.
   *
   * @param leaves the leaves of the cube
   */
  List<Map<String, String>> causes(RootCauseCase leaves);
}

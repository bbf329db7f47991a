package dev.tidewatch.generator.fault;

/** What a record can suffer. A record suffers one fault at most. */
public enum Fault {
  NONE,
  /** It comes after its interval has closed. */
  LATE,
  /** It comes twice. */
  DUPLICATE,
  /** It comes after later records of its series, yet before its interval closes. */
  OUT_OF_ORDER,
  /** It cannot be read. */
  MALFORMED
}

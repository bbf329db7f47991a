package dev.tidewatch.detector.store;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The one place where the server keeps what it must not forget. Safe for use by many threads.
 *
 * <p>Within a function, all statements see and make one consistent state. What a write returns from
 * is on the disk; a write that throws has changed nothing.
 */
public interface Database extends AutoCloseable {
  /** Asks questions of one state; many at a time, also while something is written. */
  <T> T read(Function<Handle, T> question);

  /** Changes all or nothing; one at a time. */
  <T> T write(Function<Handle, T> change);

  /** Changes all or nothing, where there is nothing to answer. */
  default void change(Consumer<Handle> change) {
    write(
        handle -> {
          change.accept(handle);
          return true;
        });
  }

  /**
   * Why nothing can be written, in words anybody may read; empty while writes succeed, and again
   * once the disk takes what it refused.
   */
  Optional<String> writeTrouble();

  @Override
  void close();
}

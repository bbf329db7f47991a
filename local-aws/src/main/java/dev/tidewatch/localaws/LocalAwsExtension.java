package dev.tidewatch.localaws;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link LocalAws} as parameter: {@code @ExtendWith(LocalAwsExtension.class)}. It is
 * started once, when the first test asks for it, shared by all test classes of the run, and stopped
 * after the last; so name buckets, streams, topics and queues after the test.
 */
public final class LocalAwsExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LocalAwsExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalAws.class;
  }

  @Override
  public LocalAws resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            Shared.class,
            first -> new Shared(LocalAws.start(LocalAws.Options.defaults())),
            Shared.class)
        .aws();
  }

  /** JUnit closes what is in the store at the end of the run. */
  private record Shared(LocalAws aws) implements AutoCloseable {
    @Override
    public void close() {
      aws.close();
    }
  }
}

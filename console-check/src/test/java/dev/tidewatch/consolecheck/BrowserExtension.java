package dev.tidewatch.consolecheck;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidewatch.consolecheck.browser.Chromium;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser for all tests of a run. Where there is none, they are skipped; with {@code
 * -Dbrowser.required=true} they fail.
 */
final class BrowserExtension implements BeforeAllCallback, ParameterResolver {
  private static final String MISSING =
      "there is no /usr/bin/chromium: the console is not looked at; install the package 'chromium'";

  @Override
  public void beforeAll(ExtensionContext context) {
    if (Chromium.installed().isEmpty() && Boolean.getBoolean("browser.required")) {
      fail(MISSING);
    }
    assumeTrue(Chromium.installed().isPresent(), MISSING);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Chromium.class;
  }

  @Override
  public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(BrowserExtension.class))
        .computeIfAbsent(Chromium.class, type -> Chromium.start(), Chromium.class);
  }
}

package dev.tidewatch.consolecheck.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A running Chromium without a screen. It is used by the thread that started it only. */
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--headless",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setHeadless(true)
                    .setChromiumSandbox(false)
                    .setArgs(ARGUMENTS));
  }

  /** Where the machine has one; system property {@code browser.path} names another place. */
  public static Optional<Path> installed() {
    return Stream.of(
            System.getProperty("browser.path", "/usr/bin/chromium"), "/usr/bin/chromium-browser")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException when the machine has none
   */
  public static Chromium start() {
    return new Chromium(
        installed()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "there is no /usr/bin/chromium; install the package 'chromium'")));
  }

  /**
   * Somebody who knows nothing of those before: no cookie, nothing kept.
   *
   * @param url where the console begins
   */
  public Onlooker onlooker(String url, Look look) {
    return new Onlooker(browser.newContext(options(url, look)), url, look);
  }

  /**
   * The same, signed in already.
   *
   * @param session of somebody who signed in: {@link Onlooker#session}
   */
  public Onlooker onlooker(String url, Look look, String session) {
    return new Onlooker(browser.newContext(options(url, look).setStorageState(session)), url, look);
  }

  private static Browser.NewContextOptions options(String url, Look look) {
    return new Browser.NewContextOptions()
        .setBaseURL(url)
        .setViewportSize(look.width(), look.height())
        .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setJavaScriptEnabled(look.scripts())
        .setAcceptDownloads(true)
        .setLocale("en-GB")
        .setTimezoneId("UTC");
  }

  /** As what it tells of itself: name and version. */
  public String version() {
    return "Chromium " + browser.version();
  }

  @Override
  public void close() {
    playwright.close();
  }
}

package dev.tidewatch.consolecheck.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody with a browser of their own. Kept is whatever a page did wrong: errors its scripts threw
 * or told, what its policy forbade, whatever was asked of another server.
 */
public final class Onlooker implements AutoCloseable {
  private static final double PATIENCE = 20_000;

  private static final String STICKING_OUT =
      """
      () => {
        const root = document.documentElement;
        const wide = root.scrollWidth - root.clientWidth;
        if (wide <= 0) return [];
        const kept = (one) => {
          for (let at = one.parentElement; at && at !== document.body; at = at.parentElement) {
            if (getComputedStyle(at).overflowX !== "visible") return true;
          }
          return false;
        };
        const name = (one) => one.tagName.toLowerCase() + (one.id ? "#" + one.id : "")
          + [...one.classList].map((each) => "." + each).join("");
        const out = [...document.body.querySelectorAll("*")]
          .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !kept(one))
          .filter((one, i, all) => ![...one.children].some((child) => all.includes(child)));
        return ["the document by " + wide + " px", ...out.slice(0, 5).map((one) => name(one) + " by "
          + Math.round(one.getBoundingClientRect().right - root.clientWidth) + " px: "
          + one.textContent.trim().slice(0, 60))];
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final String url;
  private final Look look;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> forgiven = new ArrayList<>();

  Onlooker(BrowserContext context, String url, Look look) {
    this.context = context;
    this.url = url;
    this.look = look;
    context.setDefaultTimeout(PATIENCE);
    context.onConsoleMessage(this::heard);
    context.onWebError(error -> complain("an uncaught error: " + error.error()));
    context.onRequest(this::asked);
    this.page = context.newPage();
  }

  private void heard(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      complain(
          message.type()
              + " in the browser's console: "
              + message.text()
              + " at "
              + message.location());
    }
  }

  private void asked(Request request) {
    String asked = request.url();
    boolean own = asked.startsWith(url + "/") || asked.equals(url);
    if (!own && !asked.startsWith("data:") && !asked.startsWith("blob:")) {
      complain("a request to elsewhere: " + asked);
    }
  }

  private void complain(String complaint) {
    if (forgiven.stream().noneMatch(complaint::contains)) {
      complaints.add(complaint);
    }
  }

  public Page page() {
    return page;
  }

  public Look look() {
    return look;
  }

  /** Opens a path of the console. */
  public Response open(String path) {
    return page.navigate(url + path);
  }

  /** Signs in by a link that is good for once, and is led to a path then. */
  public Onlooker signIn(String link) {
    page.navigate(link);
    page.locator("button.main").click();
    page.waitForURL(address -> !address.contains("/sign-in"));
    return this;
  }

  /** What a browser has to know to be signed in as this one is. */
  public String session() {
    return context.storageState();
  }

  /**
   * From now on complaints with such a text do not count: a browser tells its console of every
   * answer that refuses.
   */
  public Onlooker forgiving(String text) {
    forgiven.add(text);
    return this;
  }

  /** What pages did wrong so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /**
   * What makes the document wider than the window, each with its pixels; empty when nothing does.
   * What can be scrolled by itself does not.
   */
  public List<String> stickingOut() {
    return ((List<?>) page.evaluate(STICKING_OUT)).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}

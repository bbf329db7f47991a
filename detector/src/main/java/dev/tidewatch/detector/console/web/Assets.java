package dev.tidewatch.detector.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Style sheets and modules. They stand below a folder that is named after what they hold, so
 * browsers keep them for ever and never mix two versions.
 */
public final class Assets {
  /** All there are: nothing else is ever read for a browser. */
  private static final List<String> FILES =
      List.of(
          "chart-brush.js",
          "chart-data.js",
          "chart-events.js",
          "chart-keys.js",
          "chart-picture.js",
          "chart-plot.js",
          "chart-table.js",
          "chart-tools.js",
          "chart-view.js",
          "chart-windows.js",
          "chart.css",
          "chart.js",
          "clock.js",
          "console.css",
          "console.js",
          "dom.js",
          "forms.js",
          "icon.svg",
          "lanes.css",
          "lanes.js",
          "live.js",
          "shortcuts.js",
          "theme.js",
          "vendor/uPlot-1.6.32/uPlot.esm.js",
          "vendor/uPlot-1.6.32/uPlot.min.css");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final int VERSION = 12;

  private final Map<String, Asset> files;
  private final String version;

  private Assets(Map<String, Asset> files, String version) {
    this.files = files;
    this.version = version;
  }

  /** Reads them all once. */
  public static Assets load() {
    Map<String, Asset> files = new LinkedHashMap<>();
    MessageDigest digest = sha256();
    for (String name : FILES) {
      byte[] plain = read(name);
      digest.update(name.getBytes(UTF_8));
      digest.update(plain);
      files.put(
          name,
          new Asset(
              TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"), plain));
    }
    return new Assets(files, HexFormat.of().formatHex(digest.digest()).substring(0, VERSION));
  }

  /** Where a page finds one of them. */
  public String path(String name) {
    if (!files.containsKey(name)) {
      throw new IllegalArgumentException("there is no file " + name);
    }
    return "/assets/" + version + "/" + name;
  }

  public void addTo(JavalinConfig config) {
    config.routes.get("/assets/{version}/<name>", this::answer);
  }

  private void answer(Context context) {
    Asset asset = files.get(context.pathParam("name"));
    if (asset == null || !context.pathParam("version").equals(version)) {
      context.status(404).result("There is no such file.");
      return;
    }
    context.header("Cache-Control", FOREVER).header("X-Content-Type-Options", "nosniff");
    context.contentType(asset.type()).header("Vary", "Accept-Encoding");
    if (Packing.isWanted(context)) {
      context.header("Content-Encoding", "gzip").result(asset.packed());
    } else {
      context.result(asset.plain());
    }
  }

  private static byte[] read(String name) {
    try (InputStream stream =
        Assets.class.getResourceAsStream("/dev/tidewatch/detector/console/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

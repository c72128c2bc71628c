package dev.nn.playground.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the page.
 *
 * @param type its media type
 * @param bytes what is in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Asset(String type, byte[] bytes) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  /** Only what is listed here can be asked for. */
  private static final Map<String, String> FILES =
      Map.of(
          "/", "index.html",
          "/playground.css", "playground.css",
          "/icon.svg", "icon.svg",
          "/playground.js", "playground.js",
          "/controls.js", "controls.js",
          "/network.js", "network.js",
          "/pictures.js", "pictures.js",
          "/curves.js", "curves.js");

  static Optional<Asset> at(String path) {
    return Optional.ofNullable(FILES.get(path)).map(Asset::read);
  }

  private static Asset read(String name) {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar of nn-playground lacks " + name);
      }
      String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      return new Asset(type, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.nn.playground.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends what is asked for. */
final class Answer {
  private Answer() {}

  /** Nothing on the page comes from elsewhere, nor may it be shown within another page. */
  static void secure(Headers headers) {
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    // With no-referrer, what a page sends when it is closed would not say where it comes from.
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
    if (!isHead) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  static void json(HttpExchange exchange, byte[] body) throws IOException {
    send(exchange, 200, "application/json", body);
  }

  /** Says in words why there is no other answer. */
  static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    send(exchange, status, "text/plain", (why + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static void done(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }
}

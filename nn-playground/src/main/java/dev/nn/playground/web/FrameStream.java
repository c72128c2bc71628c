package dev.nn.playground.web;

import com.sun.net.httpserver.HttpExchange;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.run.Snapshot;
import dev.nn.playground.run.Training;
import dev.nn.playground.run.View;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Shows a run to one page: a server-sent event for each frame. A frame is worked out only when the
 * page has taken the one before, so a slow page gets fewer of them and nothing piles up.
 */
final class FrameStream {
  private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / 33;

  /**
   * A browser opens no more than six connections to a server. Where more pages are open than would
   * leave one for other requests, they take turns: a stream ends, and its page asks for another.
   */
  private static final int MOST_AT_ONCE = 4;

  private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final byte[] BEGIN = "data: ".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);

  /** The page asks again at once when a stream ends. */
  private static final byte[] RETRY = "retry: 20\n\n".getBytes(StandardCharsets.UTF_8);

  private static final byte[] FAULT = "event: fault\ndata: ".getBytes(StandardCharsets.UTF_8);

  /** A comment, by which a page that is gone is noticed while there is nothing to show. */
  private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private FrameStream() {}

  /** Shows the run until it ends, the page is gone or the server is closed. */
  static void show(Run run, Audience audience, PluginRegistry registry, HttpExchange exchange)
      throws IOException {
    run.joined();
    audience.joined();
    try (OutputStream out = exchange.getResponseBody()) {
      show(run.training(), audience, registry, out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      run.left();
      audience.left();
    }
  }

  private static void show(
      Training training, Audience audience, PluginRegistry registry, OutputStream out)
      throws IOException, InterruptedException {
    try {
      out.write(RETRY);
      frames(training, audience, new View(training.plan(), registry), out);
    } catch (RuntimeException e) {
      // What third parties wrote may fail here too.
      out.write(FAULT);
      out.write(Json.of(json -> json.writeStringField("message", String.valueOf(e.getMessage()))));
      out.write(END);
    }
  }

  private static void frames(Training training, Audience audience, View view, OutputStream out)
      throws IOException, InterruptedException {
    long shown = -1;
    long begin = System.nanoTime();
    long written = begin;
    long start = begin;
    while (training.isAlive() && !(audience.isOver(MOST_AT_ONCE) && start - begin > TURN_NANOS)) {
      if (training.version() != shown) {
        Snapshot snapshot = training.snapshot();
        shown = snapshot.version();
        byte[] frame = FrameJson.of(view.frame(snapshot));
        out.write(BEGIN);
        out.write(frame);
        out.write(END);
        out.flush();
        written = start;
      } else if (start - written > BEAT_NANOS) {
        out.write(BEAT);
        out.flush();
        written = start;
      }
      long left = FRAME_NANOS - (System.nanoTime() - start);
      if (left > 0) {
        TimeUnit.NANOSECONDS.sleep(left);
      }
      start = System.nanoTime();
    }
  }
}

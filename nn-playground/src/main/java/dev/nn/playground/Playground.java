package dev.nn.playground;

import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.web.Site;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * A page on this machine on which one watches networks learn.
 *
 * <pre>{@code
 * try (Playground playground = Playground.open(PluginRegistry.load(), 0)) {
 *   System.out.println(playground.address());
 *   Thread.sleep(60_000);
 * }
 * }</pre>
 *
 * <p>It listens on the loopback interface only, and answers only those who call it by a name of
 * this machine from a page of its own, so that no page from elsewhere can use it. Each open page
 * has a run of its own, which ends by itself when its page is closed.
 *
 * <p>The server is that of the JDK, the module {@code jdk.httpserver}: it comes with every JDK and
 * is kept with it, and a page that is told what happens needs no more than HTTP, with server-sent
 * events.
 */
public final class Playground implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Site site;

  private Playground(Site site) {
    this.site = site;
  }

  /**
   * Opens a playground with all plugins of a registry.
   *
   * @param port the port to listen on; 0 for any that is free
   * @throws IOException if the port is taken
   */
  public static Playground open(PluginRegistry registry, int port) throws IOException {
    return open(registry, port, GRACE);
  }

  /**
   * The same for a test.
   *
   * @param grace how long a run goes on without a page
   */
  static Playground open(PluginRegistry registry, int port, Duration grace) throws IOException {
    Objects.requireNonNull(registry, "registry");
    return new Playground(Site.open(registry, port, grace));
  }

  /** Where the page is: {@code http://127.0.0.1:8420/}. */
  public URI address() {
    return site.address();
  }

  /** How many runs there are; each has a thread that trains. */
  int runs() {
    return site.runs();
  }

  /** Ends all runs and the server. */
  @Override
  public void close() {
    site.close();
  }
}

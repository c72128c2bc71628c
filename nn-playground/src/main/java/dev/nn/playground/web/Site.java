package dev.nn.playground.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nn.api.NnException;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.recipe.Advice;
import dev.nn.playground.recipe.Recipe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers requests.
 *
 * <pre>
 * GET  /                   the page, and beside it its scripts and styles
 * GET  /plugins            what there is to choose from
 * POST /runs               starts the run of the recipe that is sent
 * GET  /runs/ID/frames     shows it, as server-sent events
 * GET  /runs/ID/words      how to get its weights without the page
 * POST /runs/ID            steers it: pause, run, run 100 (steps a second), advance 1, end
 * </pre>
 */
public final class Site implements AutoCloseable {
  private static final int LONGEST_BODY = 1 << 16;
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final HttpServer server;
  private final ExecutorService threads;
  private final PluginRegistry registry;
  private final Runs runs;
  private final Guard guard;
  private final Audience streams = new Audience();

  private Site(HttpServer server, PluginRegistry registry, Duration grace) {
    this.server = server;
    this.registry = registry;
    this.runs = new Runs(grace);
    this.guard = new Guard(server.getAddress().getPort());
    // A page keeps one of them busy for as long as it is open.
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "nn-playground-request");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * Starts to answer, on the loopback interface.
   *
   * @throws IOException if the port is taken
   */
  public static Site open(PluginRegistry registry, int port, Duration grace) throws IOException {
    sendAtOnce();
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    return new Site(server, registry, grace);
  }

  /**
   * The server holds the end of a message back until what it sent before is acknowledged, which the
   * other side puts off, so that frames arrived two at a time. It reads
   * this property when the first server of the process is made.
   */
  private static void sendAtOnce() {
    String property = "sun.net.httpserver.nodelay";
    if (System.getProperty(property) == null) {
      System.setProperty(property, "true");
    }
  }

  /** Where it answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** How many runs there are. */
  public int runs() {
    return runs.count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      Answer.secure(exchange.getResponseHeaders());
      boolean changes = !READING.contains(exchange.getRequestMethod());
      Optional<String> refusal = guard.refusal(exchange.getRequestHeaders(), changes);
      if (refusal.isPresent()) {
        Answer.refuse(exchange, 403, refusal.get());
      } else {
        answer(exchange);
      }
    } catch (RuntimeException e) {
      Answer.refuse(exchange, 500, "The playground failed: " + e);
      throw e;
    } finally {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = String.valueOf(exchange.getRequestURI().getPath());
    boolean isPost = exchange.getRequestMethod().equals("POST");
    if (!isPost && !READING.contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD, POST");
      Answer.refuse(exchange, 405, "Only GET and POST are answered.");
    } else if (isPost && path.equals("/runs")) {
      start(exchange);
    } else if (path.startsWith("/runs/")) {
      List<String> parts = List.of(path.split("/"));
      Optional<Run> run = parts.size() < 3 ? Optional.empty() : runs.find(parts.get(2));
      if (run.isEmpty()) {
        Answer.refuse(exchange, 404, "This run has ended; reload the page to begin another.");
      } else {
        ofRun(run.get(), parts.size() > 3 ? parts.get(3) : "", isPost, exchange);
      }
    } else if (!isPost && path.equals("/plugins")) {
      Answer.json(exchange, PluginsJson.of(registry));
    } else {
      Optional<Asset> asset = isPost ? Optional.empty() : Asset.at(path);
      if (asset.isPresent()) {
        Answer.send(exchange, 200, asset.get().type(), asset.get().bytes());
      } else {
        Answer.refuse(exchange, 404, "There is nothing here; the playground is at /");
      }
    }
  }

  private void start(HttpExchange exchange) throws IOException {
    Optional<String> text = body(exchange);
    if (text.isEmpty()) {
      return;
    }
    if (runs.isFull()) {
      Answer.refuse(
          exchange, 503, "So many pages are open that there is no room for one more: close some.");
      return;
    }
    byte[] answer;
    try {
      answer = PlanJson.of(runs.start(Recipe.parse(text.get()).plan(registry)), registry);
    } catch (NnException e) {
      Answer.refuse(exchange, 400, Advice.counted(String.valueOf(e.getMessage())));
      return;
    }
    Answer.json(exchange, answer);
  }

  private static Optional<String> body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (bytes.length > LONGEST_BODY) {
      Answer.refuse(exchange, 413, "No more than %s bytes are read.".formatted(LONGEST_BODY));
      return Optional.empty();
    }
    return Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }

  private void ofRun(Run run, String what, boolean isPost, HttpExchange exchange)
      throws IOException {
    if (isPost && what.isEmpty()) {
      Optional<String> order = body(exchange);
      if (order.isPresent()) {
        steer(run, order.get().trim(), exchange);
      }
    } else if (!isPost && what.equals("frames")) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      FrameStream.show(run, streams, registry, exchange);
    } else if (!isPost && what.equals("words")) {
      Answer.json(exchange, Words.of(run.training().plan(), run.training().snapshot()));
    } else {
      Answer.refuse(exchange, 404, "There is nothing here; the playground is at /");
    }
  }

  private void steer(Run run, String order, HttpExchange exchange) throws IOException {
    if (order.equals("pause")) {
      run.training().pause();
    } else if (order.equals("run")) {
      run.training().run(Double.POSITIVE_INFINITY);
    } else if (order.matches("run [1-9][0-9]{0,5}")) {
      run.training().run(Double.parseDouble(order.substring(4)));
    } else if (order.matches("advance [1-9][0-9]{0,5}")) {
      run.training().advance(Long.parseLong(order.substring(8)));
    } else if (order.equals("end")) {
      runs.end(run);
    } else {
      Answer.refuse(
          exchange, 400, "A run takes the orders pause, run, run 100, advance 1 and end.");
      return;
    }
    Answer.done(exchange);
  }

  /** Ends all runs and stops to answer. */
  @Override
  public void close() {
    runs.close();
    server.stop(0);
    threads.shutdownNow();
  }
}

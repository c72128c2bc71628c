package dev.nn.playground;

import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how many frames a second a page shows of a network 2-8-8-1 that trains as fast as it
 * can, and how fast it trains with a page and without one, in turns.
 */
final class Speed {
  private static final int ROUNDS = 5;
  private static final long MILLIS = 4000;

  private Speed() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try (Playground playground = Playground.open(PluginRegistry.load(), 0, Duration.ofMinutes(1));
        Browser browser = Browser.start()) {
      Client client = new Client(playground.address());
      browser.show(1400, false);
      double[] alone = new double[ROUNDS];
      double[] watched = new double[ROUNDS];
      double[] frames = new double[ROUNDS];
      for (int round = -1; round < ROUNDS; round++) {
        double without = alone(client);
        double[] with = watched(browser, playground);
        System.out.printf(
            Locale.ROOT,
            "%s without a page %,.0f steps/s, with a page %,.0f steps/s at %.1f frames/s, load %.1f%n",
            round < 0 ? "warm-up:" : "round " + (round + 1) + ":",
            without,
            with[0],
            with[1],
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (round >= 0) {
          alone[round] = without;
          watched[round] = with[0];
          frames[round] = with[1];
        }
      }
      System.out.printf(
          Locale.ROOT,
          "median: %.1f frames/s, %.2f of the speed without a page%n",
          median(frames),
          median(watched) / median(alone));
    }
  }

  private static double alone(Client client) throws IOException, InterruptedException {
    String id = client.post("/runs", "layers=8,8").id();
    client.post("/runs/" + id, "run");
    Thread.sleep(MILLIS / 4);
    long start = System.nanoTime();
    long before = steps(client, id);
    Thread.sleep(MILLIS);
    long after = steps(client, id);
    double seconds = (System.nanoTime() - start) / 1e9;
    client.post("/runs/" + id, "end");
    return (after - before) / seconds;
  }

  private static long steps(Client client, String id) throws IOException {
    Matcher steps =
        Pattern.compile("\"steps\":([0-9]+)").matcher(client.get("/runs/" + id + "/words").body());
    if (!steps.find()) {
      throw new IOException("the run is gone");
    }
    return Long.parseLong(steps.group(1));
  }

  private static double[] watched(Browser browser, Playground playground)
      throws InterruptedException {
    browser.open(playground.address() + "#layers=8,8");
    browser.await("document.getElementById('command').textContent");
    browser.choose("speed", "run");
    browser.click("play");
    Thread.sleep(MILLIS / 4);
    String read = "return [performance.now(), playground.frames, playground.steps]";
    double[] before = numbers(browser.run(read));
    Thread.sleep(MILLIS);
    double[] after = numbers(browser.run(read));
    double seconds = (after[0] - before[0]) / 1000;
    browser.open("about:blank");
    return new double[] {(after[2] - before[2]) / seconds, (after[1] - before[1]) / seconds};
  }

  private static double[] numbers(Object list) {
    return ((List<?>) list)
        .stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

package dev.nn.playground;

import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws the pictures of docs/playground.md into the folder that is given. */
final class Screenshots {
  private Screenshots() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    try (Playground playground = Playground.open(PluginRegistry.load(), 0);
        Browser browser = Browser.start()) {
      String spirals = "#data=spirals&noise=0.05&layers=8,8&steps=4000&seed=3";
      for (boolean isDark : new boolean[] {false, true}) {
        for (int width : new int[] {400, 1400}) {
          browser.show(width, isDark);
          browser.open(playground.address() + spirals);
          browser.await("document.getElementById('command').textContent");
          Thread.sleep(500);
          String name = "playground-%s-%s.png".formatted(width, isDark ? "dark" : "light");
          Files.write(folder.resolve(name), browser.screenshot(width, true));
          System.out.println(browser.console());
        }
      }
    }
  }
}

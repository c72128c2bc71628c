package dev.nn.playground;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window. */
final class Browser implements AutoCloseable {
  private static final int VIEW_HEIGHT = 900;
  private static final long PATIENCE_MILLIS = 30_000;
  private static final long PAUSE_MILLIS = 50;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it; the test is skipped where Chromium or its driver is not installed. */
  static Browser start() {
    Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = program("chromedriver");
    assumeTrue(
        chromium.isPresent() && driver.isPresent(),
        "skipped: this test needs chromium and chromedriver (Debian's packages chromium and"
            + " chromium-driver) on the path");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow().toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> program(String... names) {
    List<String> folders =
        Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Shows a page from its beginning, even if only what follows the # of its address is new. */
  void open(String address) {
    driver.get("about:blank");
    driver.get(address);
  }

  /** Opens one more page, and turns to it. */
  void openAnother(String address) {
    driver.switchTo().newWindow(WindowType.TAB);
    driver.get(address);
  }

  /** Closes the page, and turns to another one. */
  void closePage() {
    driver.close();
    driver.switchTo().window(driver.getWindowHandles().iterator().next());
  }

  /** Turns to another page by its number, from 0. */
  void turnTo(int page) {
    driver
        .switchTo()
        .window(driver.getWindowHandles().stream().skip(page).findFirst().orElseThrow());
  }

  /** Turns to a theme and a width. */
  void show(int width, boolean isDark) {
    metrics(width, VIEW_HEIGHT);
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "screen",
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
  }

  private void metrics(int width, long height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What a script returns: texts, numbers as Long or Double, lists and maps of them. */
  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  String text(String id) {
    return String.valueOf(run("return document.getElementById(arguments[0]).textContent", id));
  }

  void click(String id) {
    run("document.getElementById(arguments[0]).click()", id);
  }

  /** Chooses a value of a control as a user does. */
  void choose(String id, String value) {
    run(
        "const e = document.getElementById(arguments[0]); e.value = arguments[1];"
            + " e.dispatchEvent(new Event('change', {bubbles: true}))",
        id,
        value);
  }

  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  void press(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  /** Waits until a script returns true. */
  void await(String condition, Object... arguments) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!Boolean.TRUE.equals(run("return Boolean(" + condition + ")", arguments))) {
      if (System.currentTimeMillis() > end) {
        throw new AssertionError(
            "waited in vain for "
                + condition
                + "; the page says: "
                + text("message-text")
                + console());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** What the page said to the console since the last call. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /** The page as a PNG, whole or as much as is seen without scrolling. */
  byte[] screenshot(int width, boolean isWhole) throws InterruptedException {
    if (isWhole) {
      metrics(width, ((Number) run("return document.documentElement.scrollHeight")).longValue());
      Thread.sleep(4 * PAUSE_MILLIS);
    }
    Object data =
        driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png")).get("data");
    metrics(width, VIEW_HEIGHT);
    return Base64.getDecoder().decode(String.valueOf(data));
  }

  @Override
  public void close() {
    driver.quit();
  }
}

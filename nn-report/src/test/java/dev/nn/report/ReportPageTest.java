package dev.nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.training.EpochRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page as a real browser shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageTest {
  private Browser browser;
  private final Map<String, Path> pages = new HashMap<>();

  @BeforeAll
  void writePages(@TempDir Path folder) throws IOException {
    browser = Browser.start();
    write(folder, "flowers", Trained.flowers().report("iris.csv"));
    write(
        folder,
        "digits",
        Trained.digits()
            .report("digits.csv")
            .remarks(List.of("Layer 2 (dense relu): 12 of 32 units are dead.")));
    write(folder, "houses", Trained.houses().report("houses.csv"));
    write(folder, "hostile", Trained.hostile().report("<i>hostile</i>.csv"));
    write(folder, "crowd", Trained.crowd().report("crowd.csv"));
    write(folder, "one-house", Trained.oneOfTheHouses().report("houses.csv"));
    write(folder, "one-flower", Trained.oneOfTheFlowers().report("iris.csv"));
    write(folder, "without-test", withoutTest());
    write(folder, "bare", Report.titled("bare").verdict("Nothing was judged."));
  }

  /** What is known where no rows were kept aside, and a loss that has become NaN. */
  private static ReportBuilder withoutTest() {
    Trained houses = Trained.houses();
    return Report.titled("houses.csv")
        .verdict("The loss became NaN in epoch 3, and nothing was judged.")
        .columns(houses.schema(), houses.table())
        .network(houses.model().model().network())
        .history(List.of(epoch(1, 0.5), epoch(2, 1e30), epoch(3, Double.NaN)))
        .command("./nn train houses.csv");
  }

  private static EpochRecord epoch(int number, double loss) {
    return new EpochRecord(
        number,
        loss,
        OptionalDouble.of(Double.NaN),
        new TreeMap<>(Map.of("accuracy", Double.NaN)),
        0.1,
        Duration.ZERO);
  }

  private void write(Path folder, String name, ReportBuilder report) throws IOException {
    Path page = folder.resolve(name + ".html");
    report.build().write(page);
    pages.put(name, page);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "flowers, 400",
    "flowers, 768",
    "flowers, 1400",
    "digits, 320",
    "digits, 400",
    "digits, 1400",
    "houses, 400",
    "houses, 1400",
    "hostile, 400",
    "hostile, 1400",
    "crowd, 400",
    "crowd, 1400",
    "one-house, 400",
    "one-house, 1400",
    "one-flower, 400",
    "one-flower, 1400",
    "without-test, 400",
    "without-test, 1400",
    "bare, 400",
    "bare, 1400"
  })
  void nothingOverlapsLeavesItsBoxOrIsHardToReadAndNothingIsAskedForOverTheNetwork(
      String name, int width) throws IOException {
    for (boolean isDark : new boolean[] {false, true}) {
      browser.console();
      browser.events();
      browser.open(pages.get(name), width, isDark);
      assertEquals(List.of(), PageInspection.faults(browser), isDark ? "dark" : "light");
      assertEquals(List.of(), browser.console());
      assertEquals(List.of(), requestsBesides(pages.get(name)));
    }
  }

  private List<String> requestsBesides(Path page) {
    return browser.events().stream()
        .filter(event -> event.contains("\"Network.requestWillBeSent\""))
        .filter(
            event ->
                !event.contains("\"documentURL\":\"" + page.toUri() + "\",")
                    || !event.contains("\"url\":\"" + page.toUri() + "\"")
                        && !event.contains("\"url\":\"data:"))
        .toList();
  }

  @Test
  void theInspectionFindsWhatIsBroken() throws IOException {
    Map<String, String> damages =
        Map.of(
            "document.querySelector('h1').style.minWidth = '3000px'", "reaches over the edge",
            "document.querySelector('h2').style.cssText = 'height: 5px; overflow: hidden'",
                "holds more than its height",
            "document.querySelector('.lead').style.marginTop = '-40px'", "lies over",
            "document.querySelector('.network.wide text').setAttribute('x', -90)",
                "leaves its picture",
            "document.querySelector('figure details').remove()", "has no table",
            "document.querySelector('.chart').replaceChildren()", "is not drawn",
            "document.querySelector('.lead').style.color = '#bbb'", "has a contrast of",
            "document.querySelector('h2').id = 'content'", "two elements have the id");
    for (Map.Entry<String, String> damage : damages.entrySet()) {
      browser.open(pages.get("flowers"), 1400, false);
      browser.run(damage.getKey());
      List<String> faults = PageInspection.faults(browser);
      assertTrue(
          faults.stream().anyMatch(fault -> fault.contains(damage.getValue())),
          () -> damage + ": " + faults);
    }
  }

  @Test
  void aPageThatAsksForSomethingIsRefusedItByItsOwnPolicy() {
    browser.open(pages.get("flowers"), 1400, false);
    browser.console();
    browser.run(
        "const image = new Image(); image.src = 'http://127.0.0.1:9/image.png';"
            + " document.body.append(image);"
            + " return new Promise(done => image.onerror = done).then(() => 0)");
    assertTrue(
        browser.console().stream().anyMatch(line -> line.contains("Content Security Policy")));
  }

  @Test
  void theKeyboardReachesEveryTableAndOpensIt() {
    for (int width : new int[] {400, 1400}) {
      browser.open(pages.get("flowers"), width, false);
      long details = (Long) browser.run("return [...document.querySelectorAll('summary')].length");
      long opened = 0;
      for (int press = 0; press < 200 && opened < details; press++) {
        browser.press(Keys.TAB);
        if (browser.run("return document.activeElement.tagName").equals("SUMMARY")) {
          browser.press(Keys.ENTER);
          opened++;
        }
      }
      assertEquals(details, opened);
      assertEquals(
          details, browser.run("return document.querySelectorAll('details[open] table').length"));
    }
  }

  @ParameterizedTest
  @CsvSource({"flowers, 400", "flowers, 1400", "houses, 400", "houses, 1400", "hostile, 400"})
  void openTablesKeepTheirPlacesToo(String name, int width) throws IOException {
    browser.open(pages.get(name), width, false);
    browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");
    assertEquals(List.of(), PageInspection.faults(browser));
  }

  @Test
  void namesFromTheTableAreTextsWhateverTheyHold() {
    browser.open(pages.get("hostile"), 1400, false);
    assertEquals("<i>hostile</i>.csv", browser.run("return document.title"));
    assertEquals(3L, browser.run("return document.scripts.length"));
    assertEquals(0L, browser.run("return document.querySelectorAll('img, i').length"));
    assertTrue(
        browser
            .texts("return [...document.querySelectorAll('#columns th')].map(th => th.textContent)")
            .containsAll(
                List.of(
                    "<script>alert(1)</script> {{script}}", "$1 \\0 &amp; <b>", "<b>answer</b>")));
    assertTrue(
        browser
            .texts(
                "return JSON.parse(document.getElementById('charts').textContent)"
                    + ".flatMap(chart => chart.y.categories)")
            .contains("<script>alert(1)</script> {{script}}"));
  }

  @Test
  void chartsFollowTheThemeAndTheWidth() {
    browser.open(pages.get("houses"), 1400, false);
    String colors =
        "return getComputedStyle(document.querySelector('#loss path[stroke-width=\"2\"]')).stroke";
    Object light = browser.run(colors);
    browser.emulate(true);
    browser.settle();
    assertNotEquals(light, browser.run(colors));
    browser.resize(400);
    browser.settle();
    assertTrue(
        (Boolean)
            browser.run(
                "return [...document.querySelectorAll('.chart')].every(chart =>"
                    + " chart.querySelector('svg').getBoundingClientRect().width <="
                    + " chart.clientWidth + 1)"));
  }

  @Test
  void paperIsWhiteEvenInTheDark() {
    browser.open(pages.get("flowers"), 1400, true);
    assertEquals("rgb(20, 22, 26)", ground());
    browser.print();
    browser.settle();
    assertEquals("rgb(251, 251, 250)", ground());
    assertFalse((Boolean) browser.run("return document.querySelector('nav').checkVisibility()"));
  }

  private Object ground() {
    return browser.run("return getComputedStyle(document.body).backgroundColor");
  }
}

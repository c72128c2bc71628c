package dev.nn.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.recipe.Recipe;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page as a real browser shows it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaygroundPageTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load().with(new Wave(2));
  private static final String PAUSED = "document.getElementById('command').textContent";

  /** The hash and the command of a step come together, however late. */
  private static final String SLOW_WORDS =
      "const quick = window.fetch;"
          + " window.fetch = (path, options) => !path.endsWith('words') ? quick(path, options)"
          + " : new Promise((done) => setTimeout(done, 400)).then(() => quick(path, options))";

  private Browser browser;
  private Playground playground;

  @BeforeAll
  void open() throws IOException {
    browser = Browser.start();
    playground = Playground.open(REGISTRY, 0, Duration.ofSeconds(15));
    browser.show(1400, false);
  }

  @AfterEach
  void theConsoleIsQuiet() {
    if (browser != null) {
      assertEquals(List.of(), browser.console());
    }
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
      playground.close();
    }
  }

  private String at(String recipe) {
    return playground.address() + "#" + recipe;
  }

  /** The weights that the command line on the page gives. */
  private String sha256OfTheCommand() {
    Matcher command =
        Pattern.compile("\\./nn playground --train '([^']*)'").matcher(browser.text("command"));
    assertTrue(command.matches(), browser.text("command"));
    return Recipe.parse(command.group(1)).plan(REGISTRY).trained().weightsSha256();
  }

  private void awaitRuns(int count) throws InterruptedException {
    while (playground.runs() != count) {
      Thread.sleep(20);
    }
  }

  @Test
  void trainsToTheWeightsOfTheCommandLineThatItShows() throws InterruptedException {
    browser.open(at("data=moons"));
    browser.await(PAUSED);
    browser.choose("speed", "run");
    browser.click("play");
    browser.await("playground.steps > 300 && playground.frames > 10");
    browser.click("play");
    browser.await(PAUSED);
    String shown = browser.text("sha256");
    assertEquals(sha256OfTheCommand(), shown);
    String steps = browser.text("steps");
    String link = browser.text("link");
    browser.open(link);
    browser.await(PAUSED);
    assertEquals(steps, browser.text("steps"));
    assertEquals(shown, browser.text("sha256"));
    browser.run(SLOW_WORDS);
    browser.click("step");
    browser.await(
        "document.getElementById('sha256').textContent !== arguments[0] && " + PAUSED, shown);
    assertEquals(sha256OfTheCommand(), browser.text("sha256"));
  }

  @Test
  void everyChoiceOfTheUserIsInTheWeightsOfTheCommandLine() throws InterruptedException {
    browser.open(at("data=circles&seed=5"));
    browser.await(PAUSED);
    String before = browser.text("command");
    browser.choose("activation", "acme.wave");
    browser.choose("optimizer", "sgd");
    browser.choose("learning-rate", "0.1");
    browser.choose("initializer", "he_uniform");
    browser.choose("loss", "mean_squared_error");
    browser.choose("output", "tanh");
    browser.choose("batch", "32");
    browser.choose("regularisation", "l2");
    browser.choose("noise", "0.2");
    browser.choose("count", "100");
    browser.run(
        "const option = document.querySelector('#field-activation [data-option=frequency]');"
            + " option.value = '3.5'; option.dispatchEvent(new Event('change'))");
    browser.run("document.querySelector('input[name=data][value=xor]').click()");
    browser.run("document.querySelector('#layers button:last-child').click()");
    browser.await(PAUSED + ".includes('layers=8,8,8')");
    browser.click("step");
    browser.await(PAUSED + ".includes('steps=1')");
    String command = browser.text("command");
    assertNotEquals(before, command);
    assertEquals(
        "./nn playground --train 'data=xor&count=100&noise=0.2&seed=5&layers=8,8,8&activation=acme.wave(frequency=3.5)"
            + "&initializer=he_uniform&output=tanh&loss=mean_squared_error&optimizer=sgd(learning_rate=0.1)"
            + "&batch=32&l2=0.001&steps=1'",
        command);
    assertEquals(sha256OfTheCommand(), browser.text("sha256"));
  }

  @Test
  void nonsenseInTheAddressIsAnsweredInWordsAndOneGetsFurther() throws InterruptedException {
    browser.open(at("data=rings"));
    browser.await("!document.getElementById('message').hidden");
    assertTrue(browser.text("message-text").startsWith("data must be one of circles, xor"));
    assertEquals(true, browser.run("return document.getElementById('recipe').hidden"));
    assertTrue(browser.console().stream().allMatch(line -> line.contains("400")));
    browser.click("message-default");
    browser.await(PAUSED);
    assertEquals(true, browser.run("return document.getElementById('message').hidden"));
    browser.run("location.hash = '#%zz&<script>alert(1)</script>'");
    browser.await("!document.getElementById('message').hidden");
    assertTrue(browser.console().stream().allMatch(line -> line.contains("400")));
  }

  @Test
  void aMistakeInAnOptionIsSaidAndMended() throws InterruptedException {
    browser.open(at("activation=elu"));
    browser.await(PAUSED);
    String option =
        "const option = document.querySelector('#field-activation [data-option=alpha]');"
            + " option.value = arguments[0]; option.dispatchEvent(new Event('change'))";
    browser.run(option, "two");
    browser.await("!document.getElementById('message').hidden");
    assertTrue(browser.text("message-text").startsWith("activation: "));
    browser.run(option, "2");
    browser.await(
        "document.getElementById('message').hidden && " + PAUSED + ".includes('alpha=2')");
    assertTrue(browser.console().stream().allMatch(line -> line.contains("400")));
  }

  @Test
  void aPageSaysThatItIsOnItsWayToTheStepOfItsAddress() throws InterruptedException {
    browser.open(at("data=moons&steps=1000"));
    browser.await("!document.getElementById('replay').hidden");
    assertEquals("Replaying to step 1,000 …", browser.text("replay"));
    browser.await(PAUSED);
    assertEquals("1,000", browser.text("steps"));
    assertEquals(true, browser.run("return document.getElementById('replay').hidden"));
  }

  @Test
  void afterADivergenceThePageShowsTheWeightsOfItsCommandAndTheLayerOfItsTable()
      throws InterruptedException {
    browser.open(
        at("loss=mean_squared_error&activation=relu&optimizer=sgd(learning_rate=50)&steps=900"));
    browser.await("!document.getElementById('message').hidden && " + PAUSED);
    assertEquals(sha256OfTheCommand(), browser.text("sha256"));
    assertTrue(
        browser.text("command").endsWith("steps=" + browser.text("steps") + "'"),
        browser.text("command"));
    assertTrue(
        browser.text("message-text").contains("What is shown is step " + browser.text("steps")),
        browser.text("message-text"));
    assertEquals(
        List.of("1", "2", "3, output"),
        browser.run(
            "return [...document.querySelectorAll('#health th')].map(each => each.textContent)"));
  }

  @Test
  void anAddressWithoutPointsLeadsToWhereTheyArePlaced() throws InterruptedException {
    browser.open(at("data=points&layers=3"));
    browser.await("document.getElementById('message-text').textContent.startsWith('Click into')");
    browser.run("document.getElementById('picture').focus()");
    browser.press(Keys.SPACE);
    browser.await(PAUSED + ".includes('points=0.0,0.0,0&') && " + PAUSED + ".includes('layers=3')");
  }

  @Test
  void theKeyboardIsEnough() throws InterruptedException {
    browser.open(at("data=points&points=-1.0,0.0,0"));
    browser.await(PAUSED);
    browser.run("document.querySelector('input[name=brush][value=\"1\"]').focus()");
    browser.press(Keys.SPACE);
    browser.run("document.getElementById('picture').focus()");
    for (int i = 0; i < 10; i++) {
      browser.press(Keys.ARROW_RIGHT);
    }
    browser.press(Keys.SPACE);
    browser.await(PAUSED + ".includes('points=-1.0,0.0,0;1.0,0.0,1&')");
    browser.run("document.getElementById('play').focus()");
    browser.press(Keys.ENTER);
    browser.await("playground.steps > 20");
    browser.press(Keys.ENTER);
    browser.await(PAUSED);
    assertEquals(sha256OfTheCommand(), browser.text("sha256"));
    browser.run("document.querySelector('.neuron').focus()");
    browser.press(Keys.ARROW_RIGHT);
    browser.press(Keys.ARROW_DOWN);
    assertTrue(browser.text("inspected").startsWith("Layer 2, neuron 2: weights "));
  }

  @Test
  void whoeverComesForTheFirstTimeSeesItLearnAtOnce() throws InterruptedException {
    browser.open(playground.address().toString());
    browser.await("playground.steps > 20");
    browser.click("play");
    browser.await(PAUSED);
    assertEquals(sha256OfTheCommand(), browser.text("sha256"));
  }

  @Test
  void theKeyboardReachesAllControls() throws InterruptedException {
    browser.open(at("seed=1"));
    browser.await(PAUSED);
    browser.run("document.activeElement.blur()");
    List<?> reached =
        (List<?>)
            browser.run(
                "return [...document.querySelectorAll('button, select, input, summary, [tabindex]')]"
                    + ".filter(e => e.checkVisibility() && e.tabIndex < 0 && !e.matches('.neuron'))"
                    + ".map(e => e.id)");
    assertEquals(List.of(), reached);
    assertEquals(
        List.of(),
        browser.run(
            "return [...document.querySelectorAll('button, select, input')].filter(e =>"
                + " !(e.getAttribute('aria-label') || e.textContent.trim() && e.tagName === 'BUTTON' ||"
                + " e.labels && [...e.labels].some(label => label.textContent.trim()))).map(e => e.outerHTML)"));
  }

  @ParameterizedTest
  @CsvSource({"320, circles", "400, circles", "400, digits", "768, points", "1400, spirals"})
  void nothingIsWiderThanTheScreenInEitherTheme(int width, String data)
      throws InterruptedException {
    for (boolean isDark : new boolean[] {false, true}) {
      browser.show(width, isDark);
      String points = data.equals("points") ? "&points=0.5,0.5,1;0,0,0" : "";
      browser.open(at("data=" + data + points + "&layers=16,8,8,4,4,2&steps=5"));
      browser.await(PAUSED);
      assertEquals(
          List.of(),
          browser.run(
              "const width = document.documentElement.clientWidth;"
                  + " return [...document.querySelectorAll('body *')].filter(e => {"
                  + " const box = e.getBoundingClientRect(); return e.checkVisibility() && box.width > 0 &&"
                  + " !e.closest('.skip, .unseen, pre') && (box.right > width + 1 || box.left < -1)})"
                  + ".map(e => e.outerHTML.slice(0, 90))"));
      assertEquals(
          true,
          browser.run(
              "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }
    browser.show(1400, false);
  }

  @Test
  void tenPagesAtOnceAllGoOnAndEndWhenTheyAreClosed() throws InterruptedException {
    browser.open("about:blank");
    awaitRuns(0);
    for (int i = 0; i < 10; i++) {
      browser.openAnother(at("seed=" + i));
    }
    for (int i = 1; i <= 10; i++) {
      browser.turnTo(i);
      browser.await(PAUSED);
      browser.click("play");
    }
    assertEquals(10, playground.runs());
    for (int i = 1; i <= 10; i++) {
      browser.turnTo(i);
      browser.await("playground.steps > 30 && playground.frames > 3");
    }
    browser.turnTo(10);
    browser.click("play");
    browser.await(PAUSED);
    assertEquals(sha256OfTheCommand(), browser.text("sha256"));
    for (int i = 0; i < 10; i++) {
      browser.turnTo(1);
      browser.closePage();
    }
    awaitRuns(0);
  }

  @Test
  void aPageThatIsLeftEndsItsRun() throws InterruptedException {
    browser.open("about:blank");
    awaitRuns(0);
    browser.open(at("seed=1"));
    browser.await(PAUSED);
    browser.click("play");
    browser.await("playground.steps > 5");
    assertEquals(1, playground.runs());
    browser.open("about:blank");
    awaitRuns(0);
  }
}

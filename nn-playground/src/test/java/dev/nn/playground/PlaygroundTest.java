package dev.nn.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.recipe.Recipe;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PlaygroundTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  private Playground playground;
  private Client client;

  @BeforeEach
  void open() throws IOException {
    playground = Playground.open(REGISTRY, 0, Duration.ofSeconds(2));
    client = new Client(playground.address());
  }

  @AfterEach
  void close() {
    playground.close();
  }

  private void awaitRuns(int count) throws InterruptedException {
    while (playground.runs() != count) {
      Thread.sleep(10);
    }
  }

  @Test
  void onlyThisMachineReachesIt() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    assumeFalse(others.isEmpty(), "skipped: this machine has no address but the loopback's");
    for (InetAddress other : others) {
      assertThrows(
          ConnectException.class,
          () -> new Socket(other, playground.address().getPort()).close(),
          other.toString());
    }
  }

  @Test
  void thePortMayBeTaken() {
    assertThrows(
        BindException.class,
        () -> Playground.open(REGISTRY, playground.address().getPort()).close());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/playground.css",
        "/playground.js",
        "/controls.js",
        "/network.js",
        "/pictures.js",
        "/curves.js",
        "/icon.svg",
        "/plugins"
      })
  void allThatThePageNeedsIsThereAndNothingMayComeFromElsewhere(String path) throws IOException {
    Client.Answer answer = client.get(path);
    assertEquals(200, answer.status());
    assertTrue(answer.head().contains("default-src 'none'"), answer.head());
    assertTrue(answer.head().toLowerCase().contains("x-content-type-options: nosniff"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Site.class",
        "/../Site.class",
        "/%2e%2e/Site.class",
        "/index.html/",
        "//x",
        "/runs",
        "/runs/",
        "/runs/0/frames",
        "/runs//words",
        "/favicon.ico"
      })
  void thereIsNothingElse(String path) throws IOException {
    assertEquals(404, client.get(path).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST /runs  | Host: 127.0.0.1:PORT                                                        | 403
          POST /runs  | Host: 127.0.0.1:PORT; Origin: http://evil.example                           | 403
          POST /runs  | Host: evil.example; Origin: http://evil.example                             | 403
          GET /       | Host: evil.example                                                          | 403
          GET /plugins| Host: 127.0.0.1:PORT; Origin: http://evil.example                           | 403
          GET /plugins| Host: 127.0.0.1:PORT; Sec-Fetch-Site: cross-site                            | 403
          DELETE /runs| Host: 127.0.0.1:PORT; Origin: http://127.0.0.1:PORT                         | 405
          OPTIONS /runs| Host: 127.0.0.1:PORT; Origin: http://evil.example                          | 403
          POST /runs  | Host: localhost:PORT; Origin: http://localhost:PORT                         | 200
          """)
  void requestsOfOtherPagesAndToOtherNamesAreRefused(String method, String headers, int status)
      throws IOException {
    String lines =
        headers
            .replace("PORT", String.valueOf(playground.address().getPort()))
            .replace("; ", "\r\n");
    assertEquals(status, client.send(method, lines, "").status());
    assertEquals(status == 200 ? 1 : 0, playground.runs());
  }

  @Test
  void nonsenseIsAnsweredInWords() throws IOException {
    Client.Answer answer = client.post("/runs", "data=rings");
    assertEquals(400, answer.status());
    assertEquals(
        "data must be one of circles, xor, moons, spirals, digits, points, not \"rings\"\n",
        answer.body());
    assertEquals(413, client.post("/runs", "x".repeat(70_000)).status());
    String id = client.post("/runs", "").id();
    for (String order : List.of("", "jump", "run 0", "run -5", "advance", "advance 99999999")) {
      assertEquals(400, client.post("/runs/" + id, order).status(), order);
    }
    assertEquals(404, client.post("/runs/0", "pause").status());
  }

  @Test
  void whatIsShownIsWhatTheCommandLineGives() throws IOException {
    String id = client.post("/runs", "data=moons&layers=4,3").id();
    assertEquals(204, client.post("/runs/" + id, "advance 70").status());
    String frame = "";
    try (Client.Frames frames = client.frames(id)) {
      while (!frame.contains("\"steps\":70,") || !frame.contains("\"state\":\"paused\"")) {
        frame = String.valueOf(frames.next());
      }
      Matcher command =
          Pattern.compile("\"\\./nn playground --train '([^']*)'\"")
              .matcher(client.get("/runs/" + id + "/words").body());
      assertTrue(command.find());
      String sha256 = Recipe.parse(command.group(1)).plan(REGISTRY).trained().weightsSha256();
      assertTrue(frame.contains("\"sha256\":\"" + sha256 + "\""), frame.substring(0, 300));
    }
  }

  @Test
  void aRunEndsWithItsPage() throws IOException, InterruptedException {
    String id = client.post("/runs", "").id();
    client.post("/runs/" + id, "run");
    try (Client.Frames frames = client.frames(id)) {
      for (int i = 0; i < 20; i++) {
        assertTrue(frames.next().startsWith("data: {\"steps\":"));
      }
      assertEquals(1, playground.runs());
    }
    awaitRuns(0);
    assertEquals(404, client.get("/runs/" + id + "/words").status());
  }

  @Test
  void aPausedRunEndsWithItsPageToo() throws IOException, InterruptedException {
    String id = client.post("/runs", "").id();
    try (Client.Frames frames = client.frames(id)) {
      assertTrue(frames.next().contains("\"state\":\"paused\""));
    }
    awaitRuns(0);
  }

  @Test
  void aRunThatNoPageEverLooksAtEnds() throws IOException, InterruptedException {
    client.post("/runs", "").id();
    awaitRuns(0);
  }

  @Test
  void aPageThatComesBackInTimeFindsItsRun() throws IOException, InterruptedException {
    String id = client.post("/runs", "").id();
    for (int i = 0; i < 5; i++) {
      try (Client.Frames frames = client.frames(id)) {
        assertTrue(frames.next().startsWith("data: "));
      }
      Thread.sleep(100);
    }
    assertEquals(1, playground.runs());
  }

  @Test
  void tenPagesAtOnceAllSeeTheirRunsGoOn() throws IOException {
    try (Playground patient = Playground.open(REGISTRY, 0, Duration.ofMinutes(1))) {
      Client another = new Client(patient.address());
      List<Client.Frames> all = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        String id = another.post("/runs", "seed=" + i).id();
        another.post("/runs/" + id, "run 2000");
        all.add(another.frames(id));
      }
      for (Client.Frames frames : all) {
        assertTrue(String.valueOf(frames.next()).contains("\"state\":\"running\""));
        frames.close();
      }
      assertEquals(10, patient.runs());
    }
  }

  @Test
  void thereIsAnEndToTheNumberOfPages() throws IOException {
    try (Playground patient = Playground.open(REGISTRY, 0)) {
      Client another = new Client(patient.address());
      for (int i = 0; i < 32; i++) {
        assertEquals(200, another.post("/runs", "").status());
      }
      assertEquals(503, another.post("/runs", "").status());
    }
  }

  @Test
  void whatIsClosedLeavesNoRunAndNoServer() throws IOException {
    client.post("/runs", "");
    playground.close();
    assertEquals(0, playground.runs());
    assertThrows(IOException.class, () -> client.get("/"));
  }
}

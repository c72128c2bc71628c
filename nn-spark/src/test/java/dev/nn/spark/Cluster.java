package dev.nn.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A standalone cluster on loopback: a master and workers of one core, each a process of its own.
 */
final class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> ofWorkers = new ArrayList<>();
  private final List<Path> application;
  private final boolean isInstalled;
  private final List<Path> plugins = new ArrayList<>();
  private final List<String> options = new ArrayList<>(List.of("-Xmx512m"));
  private final String url;

  /** Starts the master of a cluster that has only Spark: drivers send it the framework. */
  Cluster(Path folder) throws IOException {
    this(folder, false);
  }

  /** Starts the master of a cluster whose machines have the framework before any driver comes. */
  static Cluster withFramework(Path folder) throws IOException {
    return new Cluster(folder, true);
  }

  private Cluster(Path folder, boolean isInstalled) throws IOException {
    this.folder = folder;
    this.isInstalled = isInstalled;
    Files.createDirectories(folder.resolve("home/jars"));
    this.application = ClusterJars.ofApplication(folder.resolve("application"));
    int port = freePort();
    this.url = "spark://127.0.0.1:" + port;
    start("master", "master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0");
    awaitPort(port);
  }

  /** Gives a jar to the drivers that come, which send it on unless machines have what they need. */
  void addPlugin(Path jar) {
    plugins.add(jar);
  }

  /** Gives an option of the virtual machine, or a setting of Spark's, to the drivers that come. */
  void addOption(String option) {
    options.add(option);
  }

  /** Starts another worker, whose machine has these jars too. */
  void addWorker(Path... jars) throws IOException {
    addWorker(System.getProperty("java.home"), jars);
  }

  /** Starts another worker, whose executors run in another virtual machine. */
  void addWorker(String javaHome, Path... jars) throws IOException {
    String name = "worker" + (ofWorkers.size() + 1);
    List<Path> installed = new ArrayList<>(isInstalled ? application : List.of());
    installed.addAll(List.of(jars));
    String classPath = ClusterJars.ofSpark();
    ProcessBuilder worker =
        builder(
            name,
            process(
                "worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
                "--work-dir",
                folder.resolve(name).toString(),
                url));
    worker.environment().put("JAVA_HOME", javaHome);
    worker
        .environment()
        .put(
            "SPARK_DIST_CLASSPATH",
            installed.isEmpty()
                ? classPath
                : classPath + File.pathSeparator + ClusterJars.joined(installed));
    Process started = worker.start();
    processes.add(started);
    ofWorkers.add(started);
  }

  /** Ends a worker by force, and with it its executor, for good. */
  void killWorker(int index) throws InterruptedException {
    ofWorkers.get(index).destroyForcibly().waitFor();
  }

  private void start(String name, String... arguments) throws IOException {
    processes.add(builder(name, process(arguments)).start());
  }

  private static List<String> process(String... arguments) {
    List<String> command = java("-Xmx256m", "-Dspark.master.rest.enabled=false");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ClusterProcess.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** A command that runs Java as these tests do. */
  private static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    for (String opened :
        List.of(
            "java.io",
            "java.lang",
            "java.lang.invoke",
            "java.nio",
            "java.util",
            "sun.util.calendar")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of(options));
    return command;
  }

  private ProcessBuilder builder(String name, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", folder.resolve("home").toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_DIST_CLASSPATH", ClusterJars.ofSpark(),
                "SPARK_LOCAL_IP", "127.0.0.1",
                "JAVA_HOME", System.getProperty("java.home")));
    return builder;
  }

  /**
   * Runs a program as the driver of an application that has all workers.
   *
   * @return what it has printed after {@code RESULT}, line by line
   */
  List<String> run(String name, String... arguments) throws IOException, InterruptedException {
    Process driver = startDriver(name, arguments);
    try {
      if (!driver.waitFor(PATIENCE.toSeconds() * 10, TimeUnit.SECONDS)) {
        throw new AssertionError(name + " does not end: " + log(name));
      }
    } finally {
      driver.destroyForcibly();
    }
    if (driver.exitValue() != 0) {
      throw new AssertionError(name + " failed: " + log(name));
    }
    return results(name);
  }

  /** Starts a program as a driver. */
  Process startDriver(String name, String... arguments) throws IOException {
    List<Path> sent = new ArrayList<>(isInstalled ? List.of() : application);
    sent.addAll(isInstalled ? List.of() : plugins);
    List<String> command = java(options.toArray(String[]::new));
    command.add("-cp");
    command.add(
        System.getProperty("java.class.path")
            + plugins.stream().map(jar -> File.pathSeparator + jar).collect(Collectors.joining()));
    command.add(ClusterProgram.class.getName());
    command.add(url);
    command.add(sent.stream().map(Path::toString).collect(Collectors.joining(",")));
    command.add(String.valueOf(ofWorkers.size()));
    command.addAll(List.of(arguments));
    Process driver = builder(name, command).start();
    processes.add(driver);
    return driver;
  }

  /** The results that a driver has printed. */
  List<String> results(String name) throws IOException {
    return log(name)
        .lines()
        .filter(line -> line.startsWith("RESULT "))
        .map(line -> line.substring("RESULT ".length()))
        .toList();
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort(int port) throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new AssertionError("the master does not answer: " + log("master"));
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends every process that was started here, and waits for it. */
  @Override
  public void close() throws IOException {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).getOutputStream().close();
    }
    for (Process process : processes) {
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}

package dev.nn.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standalone cluster on loopback: a master and workers of one core, each a process of its own.
 */
final class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final List<Path> jars;
  private final String url;
  private int workers;

  /** Starts the master. */
  Cluster(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("home/jars"));
    this.jars = applicationJars(folder.resolve("application"));
    int port = freePort();
    this.url = "spark://127.0.0.1:" + port;
    start("master", "master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0");
    awaitPort(port);
  }

  /** Starts another worker. */
  void addWorker() throws IOException {
    workers++;
    String name = "worker" + workers;
    start(
        name,
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
        url);
  }

  private void start(String name, String... arguments) throws IOException {
    List<String> command = java("-Xmx256m", "-Dspark.master.rest.enabled=false");
    command.add(ClusterProcess.class.getName());
    command.addAll(List.of(arguments));
    processes.add(builder(name, command).start());
  }

  /** A command that runs Java as these tests do. */
  private static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    for (String opened :
        List.of("java.io", "java.lang", "java.lang.invoke", "java.nio", "java.util")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
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
                "SPARK_DIST_CLASSPATH", ofSpark(),
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
    List<String> command = java("-Xmx512m");
    command.add(ClusterProgram.class.getName());
    command.add(url);
    command.add(jars.stream().map(Path::toString).collect(Collectors.joining(",")));
    command.add(String.valueOf(workers));
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

  /** What a cluster has without us. */
  private static String ofSpark() {
    return entries()
        .filter(entry -> !isOurs(entry))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<Path> entries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .filter(Files::exists);
  }

  private static boolean isOurs(Path entry) {
    return Files.isDirectory(entry) || entry.getFileName().toString().startsWith("nn-");
  }

  /** What an application brings along: our modules and these tests, folders of classes as jars. */
  private static List<Path> applicationJars(Path into) throws IOException {
    Files.createDirectories(into);
    List<Path> jars = new ArrayList<>();
    for (Path entry : entries().filter(Cluster::isOurs).toList()) {
      jars.add(Files.isDirectory(entry) ? jar(entry, into.resolve(jars.size() + ".jar")) : entry);
    }
    return jars;
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new JarEntry(name));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar;
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

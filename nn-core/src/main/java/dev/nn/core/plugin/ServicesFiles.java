package dev.nn.core.plugin;

import dev.nn.api.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The classes that the {@code META-INF/services} files of one kind name, read as {@link
 * java.util.ServiceLoader} specifies it, and where they name them.
 *
 * @param providers class names with what names each
 * @param faults lines and files that cannot be read
 */
record ServicesFiles(Map<String, Line> providers, List<PluginFault> faults) {

  /**
   * The line that names a class.
   *
   * @param place the file and the number of the line, for messages
   */
  record Line(URL file, String place) {}

  static ServicesFiles read(Kind kind, ClassLoader loader) {
    ServicesFiles result = new ServicesFiles(new LinkedHashMap<>(), new ArrayList<>());
    String name = "META-INF/services/" + kind.type().getName();
    try {
      result.readFiles(kind, Collections.list(loader.getResources(name)));
    } catch (IOException | RuntimeException e) {
      result.fault(kind, "the class loader " + loader, "it cannot list " + name, e);
    }
    return result;
  }

  /** Reads some services files of a kind, each once. */
  static ServicesFiles read(Kind kind, List<URL> files) {
    ServicesFiles result = new ServicesFiles(new LinkedHashMap<>(), new ArrayList<>());
    result.readFiles(kind, files);
    return result;
  }

  /** Whether one file names all those of the classes that pass a test. */
  boolean hasOneHome(Predicate<String> test) {
    String home = "";
    for (Map.Entry<String, Line> provider : providers.entrySet()) {
      if (test.test(provider.getKey())) {
        String file = provider.getValue().file().toString();
        if (!home.isEmpty() && !home.equals(file)) {
          return false;
        }
        home = file;
      }
    }
    return true;
  }

  private void readFiles(Kind kind, List<URL> files) {
    Set<String> seen = new TreeSet<>();
    for (URL file : files) {
      if (seen.add(file.toString())) {
        readFile(kind, file);
      }
    }
  }

  private void readFile(Kind kind, URL file) {
    String place = Origins.readable(file);
    try (InputStream in = open(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        readLine(kind, line, new Line(file, place + " line " + number));
      }
    } catch (IOException | RuntimeException e) {
      fault(kind, place, "the file cannot be read: " + Causes.text(e), e);
    }
  }

  private void readLine(Kind kind, String line, Line here) {
    if (line.startsWith("\uFEFF")) {
      String problem =
          "the file begins with a byte order mark (U+FEFF), so that its first line names no class;"
              + " save it as UTF-8 without one";
      fault(kind, here.place(), problem, new IllegalArgumentException(problem));
      return;
    }
    int comment = line.indexOf('#');
    String className = (comment < 0 ? line : line.substring(0, comment)).strip();
    if (className.isEmpty()) {
      return;
    }
    if (isClassName(className)) {
      providers.putIfAbsent(className, here);
    } else {
      String problem = "\"" + className + "\" is not the name of a class";
      fault(kind, here.place(), problem, new IllegalArgumentException(problem));
    }
  }

  /** Whether a text is identifiers with dots between them. */
  private static boolean isClassName(String text) {
    boolean isStart = true;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (!isStart && c == '.') {
        isStart = true;
      } else if (isStart ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c)) {
        isStart = false;
      } else {
        return false;
      }
    }
    return !isStart;
  }

  private void fault(Kind kind, String place, String problem, Exception cause) {
    faults.add(new PluginFault(kind, Optional.empty(), place, problem, cause));
  }

  /**
   * Opens a file without the cache, which would go on showing a jar file that has been replaced.
   */
  private static InputStream open(URL file) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}

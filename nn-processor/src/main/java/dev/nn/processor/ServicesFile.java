package dev.nn.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * The services files in the output folder. What was in such a file before, by hand or from the
 * compilation of other sources, stays; what the processor adds stands below a line that says so.
 */
final class ServicesFile {
  static final String FOLDER = "META-INF/services/";
  private static final String HEADING = "# From @NnPlugin:";

  private final Filer filer;
  private final Elements elements;
  private final Set<String> compiled;

  /**
   * @param compiled the outermost classes of this compilation
   */
  ServicesFile(ProcessingEnvironment environment, Set<String> compiled) {
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
    this.compiled = Set.copyOf(compiled);
  }

  /** Puts the classes into the file of a service, and takes those out that are gone. */
  void update(String service, Collection<String> classNames) throws IOException {
    List<String> before = lines(service);
    int heading = before.indexOf(HEADING);
    List<String> byHand = heading < 0 ? before : before.subList(0, heading);
    List<String> ours = heading < 0 ? List.of() : before.subList(heading + 1, before.size());
    Set<String> kept = new TreeSet<>(classNames);
    ours.stream().map(String::strip).filter(this::isStillThere).forEach(kept::add);
    byHand.forEach(line -> kept.remove(line.replaceFirst("#.*", "").strip()));
    List<String> after = new ArrayList<>(byHand);
    if (!kept.isEmpty()) {
      after.add(HEADING);
      after.addAll(kept);
    }
    if (!after.equals(before)) {
      write(service, after);
    }
  }

  /** Of the classes of this compilation, those that are still marked are added anyway. */
  private boolean isStillThere(String className) {
    String canonical = className.replace('$', '.');
    boolean isCompiledNow =
        compiled.stream()
            .anyMatch(outer -> canonical.equals(outer) || canonical.startsWith(outer + "."));
    return !isCompiledNow
        && (elements.getTypeElement(canonical) != null || hasClassFile(className));
  }

  private boolean hasClassFile(String className) {
    int dot = className.lastIndexOf('.');
    try {
      filer
          .getResource(
              StandardLocation.CLASS_OUTPUT,
              className.substring(0, Math.max(dot, 0)),
              className.substring(dot + 1) + ".class")
          .openInputStream()
          .close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> lines(String service) {
    try {
      return filer
          .getResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + service)
          .getCharContent(true)
          .toString()
          .lines()
          .collect(Collectors.toList());
    } catch (IOException e) {
      // There is none yet.
      return List.of();
    }
  }

  private void write(String service, List<String> lines) throws IOException {
    try (Writer out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + service).openWriter()) {
      for (String line : lines) {
        out.write(line + "\n");
      }
    }
  }
}

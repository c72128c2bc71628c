package dev.nn.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A crowd comes file by file: these rules say when a package has become one. */
class RoomsTest {
  private static final int MOST_FILES = 30;
  private static final int MOST_IN_A_CIRCLE = 5;

  /** Where one file is one plugin or rule, many are no crowd; nn-api is the wall itself. */
  private static final Set<String> CATALOGUES =
      Set.of(
          "dev.nn.activations",
          "dev.nn.api",
          "dev.nn.core.layer",
          "dev.nn.core.loss",
          "dev.nn.init",
          "dev.nn.optim",
          "dev.nn.testkit.check");

  // An arrow from a type to what implements it is that of a factory to what it makes, and no
  // circle.

  /**
   * Types that speak of each other: a plugin has options, and an option may be a plugin; an
   * expression is made of expressions, and each kind of them is derived by the others.
   */
  private static final Set<String> ONE_THING = Set.of("dev.nn.api", "dev.nn.api.expression");

  private static Map<String, List<JavaClass>> filesByPackage() {
    Map<String, List<JavaClass>> packages = new TreeMap<>();
    for (JavaClass type : Code.all()) {
      if (type.getEnclosingClass().isEmpty() && !type.getSimpleName().equals("package-info")) {
        packages.computeIfAbsent(type.getPackageName(), name -> new ArrayList<>()).add(type);
      }
    }
    assertTrue(packages.size() >= 20, () -> "too few packages: " + packages.keySet());
    return packages;
  }

  @Test
  void aPackageHasAtMostThirtyFiles() {
    Map<String, Integer> crowds = new TreeMap<>();
    filesByPackage()
        .forEach(
            (name, files) -> {
              if (files.size() > MOST_FILES && !CATALOGUES.contains(name)) {
                crowds.put(name, files.size());
              }
            });
    assertEquals(Map.of(), crowds);
  }

  @Test
  void noCircleOfClassesIsLargerThanAHandful() {
    Map<String, Set<String>> circles = new TreeMap<>();
    filesByPackage()
        .forEach(
            (name, files) -> {
              for (Set<String> circle : circles(files)) {
                if (circle.size() > MOST_IN_A_CIRCLE && !ONE_THING.contains(name)) {
                  circles.merge(name, circle, RoomsTest::larger);
                }
              }
            });
    assertEquals(Map.of(), circles);
  }

  @Test
  void aCircleIsFound() {
    Map<String, Set<String>> graph =
        Map.of("A", Set.of("B"), "B", Set.of("C"), "C", Set.of("A", "D"), "D", Set.of());
    assertEquals(Set.of(Set.of("A", "B", "C"), Set.of("D")), circles(graph));
  }

  private static Set<String> larger(Set<String> one, Set<String> other) {
    return one.size() >= other.size() ? one : other;
  }

  /** Classes that can reach each other, nested ones counted as their file. */
  private static Set<Set<String>> circles(List<JavaClass> files) {
    Map<String, Set<String>> graph = new HashMap<>();
    files.forEach(file -> graph.put(file.getName(), new HashSet<>()));
    for (JavaClass type : Code.all()) {
      Set<String> successors = graph.get(fileOf(type));
      if (successors != null) {
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(target -> target.equals(type) || !target.isAssignableTo(type.getName()))
            .map(RoomsTest::fileOf)
            .filter(graph::containsKey)
            .forEach(successors::add);
      }
    }
    return circles(graph);
  }

  private static Set<Set<String>> circles(Map<String, Set<String>> graph) {
    Map<String, Set<String>> reachable = new HashMap<>();
    graph.keySet().forEach(node -> reachable.put(node, reachableFrom(node, graph)));
    Set<Set<String>> circles = new HashSet<>();
    for (String node : graph.keySet()) {
      Set<String> circle = new TreeSet<>(reachable.get(node));
      circle.removeIf(other -> !reachable.get(other).contains(node));
      circles.add(circle);
    }
    return circles;
  }

  private static Set<String> reachableFrom(String start, Map<String, Set<String>> graph) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String node = open.remove();
      if (reached.add(node)) {
        open.addAll(graph.get(node));
      }
    }
    return reached;
  }

  private static String fileOf(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }
}

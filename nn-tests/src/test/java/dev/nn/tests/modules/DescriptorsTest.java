package dev.nn.tests.modules;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.tests.project.OurModules;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What our modules require and show. */
class DescriptorsTest {

  /** A static requirement is none at run time. */
  private static Map<String, String> requirements(String module) {
    return descriptor(module).requires().stream()
        .filter(requires -> !requires.modifiers().contains(Modifier.STATIC))
        .filter(requires -> !requires.name().equals("java.base"))
        .collect(
            toMap(
                Requires::name,
                r -> r.modifiers().contains(Modifier.TRANSITIVE) ? "transitive" : ""));
  }

  private static ModuleDescriptor descriptor(String module) {
    return OurModules.reference(module).descriptor();
  }

  @Test
  void nnMathRequiresNothing() {
    assertEquals(Map.of(), requirements("dev.nn.math"));
  }

  @Test
  void nnApiRequiresNnMathOnly() {
    assertEquals(Map.of("dev.nn.math", "transitive"), requirements("dev.nn.api"));
    assertEquals(
        Set.of("org.jspecify"),
        descriptor("dev.nn.api").requires().stream()
            .filter(requires -> requires.modifiers().contains(Modifier.STATIC))
            .map(Requires::name)
            .collect(Collectors.toSet()));
  }

  @Test
  void theModulesOfPluginsRequireNnApiOnly() {
    for (String module : new String[] {"dev.nn.activations", "dev.nn.init", "dev.nn.optim"}) {
      assertEquals(Map.of("dev.nn.api", "transitive"), requirements(module), module);
    }
  }

  @Test
  void nnCoreRequiresTwoLibrariesAndShowsNoneOfThem() {
    assertEquals(
        Map.of(
            "dev.nn.api", "transitive",
            "com.fasterxml.jackson.core", "",
            "org.slf4j", ""),
        requirements("dev.nn.core"));
  }

  @Test
  void nnDataShowsNnCoreAndHidesItsLibrary() {
    assertEquals(
        Map.of(
            "dev.nn.core", "transitive",
            "ch.randelshofer.fastdoubleparser", "",
            "com.google.common", "",
            "de.siegmar.fastcsv", "",
            "java.sql", ""),
        requirements("dev.nn.data"));
  }

  @Test
  void nnWatchShowsNnCoreAndHidesItsLibraries() {
    assertEquals(
        Map.of(
            "dev.nn.core", "transitive",
            "com.fasterxml.jackson.core", "",
            "de.siegmar.fastcsv", "",
            "org.slf4j", ""),
        requirements("dev.nn.watch"));
  }

  @Test
  void nnSearchShowsNnDataAndHidesJson() {
    assertEquals(
        Map.of("dev.nn.data", "transitive", "com.fasterxml.jackson.databind", ""),
        requirements("dev.nn.search"));
  }

  @Test
  void nnDflibShowsNnDataAndDflib() {
    assertEquals(
        Map.of("dev.nn.data", "transitive", "dflib", "transitive"), requirements("dev.nn.dflib"));
  }

  @Test
  void nnReportShowsNnDataAndHidesItsLibraries() {
    assertEquals(
        Map.of(
            "dev.nn.core", "transitive",
            "dev.nn.data", "transitive",
            "com.fasterxml.jackson.core", "",
            "com.j2html", "",
            "java.desktop", "",
            "xchart", ""),
        requirements("dev.nn.report"));
  }

  @Test
  void nnOnnxShowsNnDataAndHidesProtobuf() {
    assertEquals(
        Map.of(
            "dev.nn.core", "transitive",
            "dev.nn.data", "transitive",
            "com.google.protobuf", "",
            "org.tribuo.util.onnx", ""),
        requirements("dev.nn.onnx"));
  }

  @Test
  void nnImportShowsNnCoreAndHidesItsLibraries() {
    assertEquals(
        Map.of(
            "dev.nn.core", "transitive",
            "com.fasterxml.jackson.databind", "",
            "io.jhdf", "",
            "java.xml", ""),
        requirements("dev.nn.imports"));
  }

  @Test
  void nnLectureShowsNnCoreAndHidesItsLibraries() {
    assertEquals(
        Map.of(
            "dev.nn.core", "transitive",
            "VectorGraphics2D", "",
            "ejml.core", "",
            "ejml.ddense", "",
            "java.desktop", "",
            "xchart", ""),
        requirements("dev.nn.lecture"));
  }

  @Test
  void nnProcessorRequiresTheCompilerOnly() {
    assertEquals(Map.of("java.compiler", "", "jdk.compiler", ""), requirements("dev.nn.processor"));
  }

  @Test
  void nnPlaygroundShowsNnCoreAndHasItsServerFromTheJdk() {
    assertEquals(
        Map.of(
            "dev.nn.core", "transitive",
            "com.fasterxml.jackson.core", "",
            "dev.nn.data", "",
            "jdk.httpserver", ""),
        requirements("dev.nn.playground"));
  }

  @Test
  void nnTestkitShowsNnCoreAndRunsWithoutJUnit() {
    assertEquals(
        Map.of("dev.nn.core", "transitive", "org.opentest4j", "transitive"),
        requirements("dev.nn.testkit"));
  }

  @Test
  void onlyThesePackagesAreExportedToAll() {
    assertEquals(
        Set.of(
            "dev.nn.activations",
            "dev.nn.api",
            "dev.nn.api.expression",
            "dev.nn.core",
            "dev.nn.core.dataset",
            "dev.nn.core.doctor",
            "dev.nn.core.metric",
            "dev.nn.core.training",
            "dev.nn.core.layer",
            "dev.nn.core.loss",
            "dev.nn.core.plugin",
            "dev.nn.core.preset",
            "dev.nn.data",
            "dev.nn.data.judge",
            "dev.nn.data.schema",
            "dev.nn.data.table",
            "dev.nn.dflib",
            "dev.nn.imports",
            "dev.nn.init",
            "dev.nn.lecture",
            "dev.nn.lecture.explain",
            "dev.nn.lecture.picture",
            "dev.nn.lecture.result",
            "dev.nn.math",
            "dev.nn.math.platform",
            "dev.nn.onnx",
            "dev.nn.onnx.spi",
            "dev.nn.optim",
            "dev.nn.playground",
            "dev.nn.playground.data",
            "dev.nn.playground.recipe",
            "dev.nn.report",
            "dev.nn.search",
            "dev.nn.testkit",
            "dev.nn.testkit.check",
            "dev.nn.watch"),
        exports().filter(e -> !e.isQualified()).map(Exports::source).collect(Collectors.toSet()));
  }

  @Test
  void otherExportsGoToOurOwnModules() {
    assertEquals(
        Set.of(),
        exports()
            .flatMap(e -> e.targets().stream())
            .filter(target -> !target.startsWith("dev.nn."))
            .collect(Collectors.toSet()));
  }

  @Test
  void nothingIsOpenedToReflection() {
    for (String module : OurModules.libraries().keySet()) {
      assertEquals(Set.of(), descriptor(module).opens(), module);
    }
  }

  private static Stream<Exports> exports() {
    return OurModules.libraries().keySet().stream()
        .flatMap(module -> descriptor(module).exports().stream());
  }
}

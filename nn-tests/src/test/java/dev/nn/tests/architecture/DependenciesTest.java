package dev.nn.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.nn.api.NnException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each module may use. */
class DependenciesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          math        | 25 | jdk.incubator.vector..
          api         | 35 | dev.nn.math
          activations | 25 | dev.nn.api, dev.nn.math..
          init        | 15 | dev.nn.api, dev.nn.math..
          optim       | 20 | dev.nn.api, dev.nn.math..
          core        | 80 | dev.nn.api.., dev.nn.math.., org.slf4j.., com.fasterxml.jackson.core..
          data        | 10 | dev.nn.api, dev.nn.math.., dev.nn.core, dev.nn.core.dataset,\
                             dev.nn.core.message, dev.nn.core.metric, dev.nn.core.training,\
                             de.siegmar.fastcsv..,\
                             ch.randelshofer.fastdoubleparser, com.google.common..
          watch       | 10 | dev.nn.api, dev.nn.core, dev.nn.core.dataset, dev.nn.core.training,\
                             com.fasterxml.jackson.core.., de.siegmar.fastcsv.., org.slf4j..
          search      | 15 | dev.nn.api, dev.nn.math, dev.nn.core, dev.nn.core.dataset,\
                             dev.nn.core.plugin, dev.nn.data.., com.fasterxml.jackson.databind..,\
                             com.fasterxml.jackson.core..
          dflib       |  1 | dev.nn.api, dev.nn.data, dev.nn.data.schema, dev.nn.data.table, org.dflib..
          onnx        | 20 | dev.nn.api, dev.nn.core, dev.nn.core.dataset, dev.nn.core.layer,\
                             dev.nn.core.internal.file,\
                             dev.nn.core.plugin, dev.nn.data, dev.nn.data.schema, ai.onnx.proto,\
                             com.google.protobuf
          imports     | 20 | dev.nn.api, dev.nn.core, dev.nn.core.plugin,\
                             dev.nn.core.internal.file, io.jhdf.., javax.xml.stream,\
                             com.fasterxml.jackson.core.., com.fasterxml.jackson.databind..
          report      | 30 | dev.nn.api, dev.nn.core, dev.nn.core.dataset, dev.nn.core.training,\
                             dev.nn.core.internal.file, dev.nn.data,\
                             dev.nn.data.judge, dev.nn.data.schema, dev.nn.data.table,\
                             com.fasterxml.jackson.core.., j2html.., org.knowm.xchart..
          lecture     | 20 | dev.nn.api, dev.nn.math, dev.nn.core, dev.nn.core.dataset,\
                             dev.nn.core.layer, dev.nn.core.message, dev.nn.core.metric,\
                             dev.nn.core.plugin,\
                             org.knowm.xchart..,\
                             de.erichseifert.vectorgraphics2d.., org.ejml.., javax.imageio
          processor   | 10 | javax.annotation.processing, javax.lang.model.., javax.tools, com.sun.source..
          playground  | 20 | dev.nn.api, dev.nn.math, dev.nn.core, dev.nn.core.dataset,\
                             dev.nn.core.metric, dev.nn.core.plugin, dev.nn.data,\
                             com.fasterxml.jackson.core.., com.sun.net.httpserver
          testkit     | 50 | dev.nn.api, dev.nn.math, dev.nn.core, dev.nn.core.plugin, org.opentest4j,\
                             org.junit.jupiter.api..
          examples    |  5 | dev.nn.api, dev.nn.math, dev.nn.core, dev.nn.core.dataset,\
                             dev.nn.core.internal.file,\
                             dev.nn.core.doctor, dev.nn.core.layer, dev.nn.core.loss,\
                             dev.nn.core.message, dev.nn.core.metric,\
                             dev.nn.core.plugin, dev.nn.core.preset, dev.nn.core.training, dev.nn.data..,\
                             dev.nn.watch, dev.nn.search, dev.nn.report, dev.nn.onnx,\
                             dev.nn.imports, dev.nn.lecture.., dev.nn.playground..,\
                             dev.nn.testkit.check,\
                             de.siegmar.fastcsv.., com.google.common..,\
                             com.fasterxml.jackson.core,\
                             dev.nn.activations, dev.nn.init, dev.nn.optim, picocli.., me.tongfei.progressbar.., com.github.freva..
          """)
  void aModuleUsesWhatTheDesignAllowsIt(String module, int classes, String others) {
    List<String> allowed = new ArrayList<>(Arrays.asList(others.split(",\\s*")));
    allowed.addAll(List.of("dev.nn." + module + "..", "java..", "org.jspecify.annotations"));
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(Code.module(module, classes));
  }

  @Test
  void theEngineNeverNamesAPluginOfAnotherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.nn.activations..", "dev.nn.init..", "dev.nn.optim..")
        .check(Code.module("core", 80));
  }

  /**
   * Whoever writes files may do so as models are written; which modules do, the table above says.
   */
  @Test
  void nnCoreAloneUsesItsInternalPackages() {
    JavaClasses others = Code.libraries(100, type -> !Code.isIn(type, "dev.nn.core"));
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.nn.core.internal..")
                .and(resideOutsideOfPackage("dev.nn.core.internal.file")))
        .check(others);
  }

  /** What does the work is handed what it needs, and speaks of nothing that users call. */
  @Test
  void roomsKnowNoDoor() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.nn.core")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("dev.nn.core")
        .check(Code.module("core", 80));
  }

  /** Of nn-core, a room uses only those named; of our other modules, nn-api and nn-math. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          layer                 |
          loss                  |
          message               |
          training              |
          plugin                | message, internal.jars
          doctor                | plugin, internal.jars
          preset                | message, plugin, training
          dataset               | message
          metric                | loss, plugin, message, dataset
          internal.jars         |
          internal.parallel     |
          internal.safetensors  |
          internal.file         |
          internal.architecture |
          internal.health       | internal.architecture, message
          internal.split        | internal.architecture, internal.parallel
          internal.engine       | internal.architecture, internal.health, internal.parallel,\
                                  internal.split, message
          internal.saved        | internal.architecture, internal.engine, internal.safetensors,\
                                  internal.file, dataset, plugin, training, message
          internal.mapped       | internal.saved, internal.safetensors, internal.file, dataset, message
          internal.run          | internal.saved, internal.engine, internal.architecture,\
                                  internal.health,\
                                  internal.file, internal.safetensors, metric, dataset, plugin,\
                                  training, message
          internal.shard        | internal.run, internal.engine, internal.architecture, dataset,\
                                  training
          """)
  void aRoomUsesOnlyThoseBelowIt(String room, @Nullable String others) {
    List<String> allowed = new ArrayList<>();
    allowed.add("dev.nn.core." + room);
    if (others != null) {
      Arrays.stream(others.split(",\\s*")).forEach(other -> allowed.add("dev.nn.core." + other));
    }
    JavaClasses inRoom = Code.module("core", 80).that(resideInAPackage("dev.nn.core." + room));
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.nn.core..")
                .or(resideInAnyPackage(allowed.toArray(String[]::new))))
        .check(inRoom);
  }

  @ParameterizedTest
  @ValueSource(strings = {"internal.parallel", "internal.safetensors", "internal.file"})
  void whatKnowsNothingOfNetworksCouldBeALibraryOfItsOwn(String room) {
    classes()
        .that()
        .resideInAPackage("dev.nn.core." + room)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.nn..")
                .or(resideInAPackage("dev.nn.core." + room))
                .or(assignableTo(NnException.class)))
        .check(Code.module("core", 80));
  }

  @Test
  void theRulesNeedNoJUnit() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.junit..")
        .check(
            Code.libraries(
                40,
                type ->
                    Code.isIn(type, "dev.nn.testkit.check")
                        || Code.isIn(type, "dev.nn.testkit.bench")
                        || Code.isIn(type, "dev.nn.testkit.measure")));
  }

  /** What is internal to a module never leads back to what it shows. */
  @Test
  void packagesDependOnEachOtherInOneDirectionOnly() {
    slices().matching("dev.nn.(**)").should().beFreeOfCycles().check(Code.all());
  }
}

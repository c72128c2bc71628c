package dev.nn.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each module may use. */
class DependenciesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          math        | 25 | jdk.incubator.vector.., com.sun.management
          api         | 35 | dev.nn.math
          activations | 25 | dev.nn.api, dev.nn.math..
          init        | 15 | dev.nn.api, dev.nn.math..
          optim       | 20 | dev.nn.api, dev.nn.math..
          core        | 80 | dev.nn.api, dev.nn.math.., com.google.common.., org.slf4j..,\
                             com.fasterxml.jackson.core..
          data        | 10 | dev.nn.api, dev.nn.math.., dev.nn.core, de.siegmar.fastcsv..
          testkit     | 50 | dev.nn.api, dev.nn.math, dev.nn.core, org.opentest4j,\
                             org.junit.jupiter.api..
          examples    |  5 | dev.nn.api, dev.nn.math, dev.nn.core, dev.nn.core.layer,\
                             dev.nn.core.loss, dev.nn.core.plugin, dev.nn.data,\
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

  @Test
  void nnCoreAloneUsesItsInternalPackages() {
    JavaClasses others = Code.libraries(100, type -> !Code.isIn(type, "dev.nn.core"));
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.nn.core.engine", "dev.nn.core.file", "dev.nn.core.metric", "dev.nn.core.registry")
        .check(others);
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

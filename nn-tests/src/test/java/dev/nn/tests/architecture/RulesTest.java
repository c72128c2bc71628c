package dev.nn.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {
  /** A program may print, a trace too, and end with a status. */
  private static final Set<Rules> FOR_LIBRARIES =
      EnumSet.of(Rules.NO_CONSOLE, Rules.NO_STACK_TRACES, Rules.NO_EXIT);

  /** Programs to copy show what their users would write, who may make up data as they like. */
  private static final Set<Rules> FOR_ALL_BUT_PROGRAMS_TO_COPY =
      EnumSet.of(Rules.NO_RANDOM_OF_JAVA, Rules.NO_INEXACT_MATH);

  @ParameterizedTest
  @EnumSource
  void ourCodeKeepsTheRule(Rules rule) {
    JavaClasses code = FOR_LIBRARIES.contains(rule) ? Code.libraries() : Code.all();
    rule.rule()
        .check(
            FOR_ALL_BUT_PROGRAMS_TO_COPY.contains(rule)
                ? code.that(resideOutsideOfPackage("dev.nn.examples.java"))
                : code);
  }

  @ParameterizedTest
  @EnumSource
  void theRuleNoticesItsOffence(Rules rule) {
    JavaClasses offences =
        new ClassFileImporter().importClasses(Offences.class.getDeclaredClasses());
    String offender = rule.name().toLowerCase(Locale.ROOT).replace("_", "");
    assertTrue(
        rule.rule().evaluate(offences).getFailureReport().getDetails().stream()
            .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("offences$" + offender)),
        () -> rule + " does not notice its offence");
  }

  /** Two fields and the array that others can see; a private table and an unchangeable map pass. */
  @ParameterizedTest
  @EnumSource(names = "STATIC_FIELDS_HOLD_NO_STATE")
  void theRuleOnStateCountsRight(Rules rule) {
    JavaClasses offence =
        new ClassFileImporter().importClasses(Offences.StaticFieldsHoldNoState.class);
    assertEquals(3, rule.rule().evaluate(offence).getFailureReport().getDetails().size());
  }
}

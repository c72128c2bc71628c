package dev.nn.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Users see Java's own types and ours: not Guava, SLF4J or JSON, nor what is internal. The kit for
 * tests shows two types of JUnit's API besides, without which its tests could neither be made at
 * run time nor report a warning. The module for data frames shows data frames.
 */
class PublicSignaturesTest {

  private static final Set<String> KIT =
      Set.of(DynamicNode.class.getName(), TestReporter.class.getName());

  @Test
  void noForeignTypeIsInAPublicSignature() {
    SortedMap<String, Set<String>> foreign = new TreeMap<>();
    for (JavaClass type : Code.libraries(120, PublicSignatures::isVisible)) {
      Set<String> found = PublicSignatures.foreignTypes(type);
      if (Code.isIn(type, "dev.nn.testkit")) {
        found.removeIf(place -> KIT.contains(place.replaceFirst(".*: ", "")));
      }
      if (Code.isIn(type, "dev.nn.dflib")) {
        found.removeIf(place -> place.endsWith(": org.dflib.DataFrame"));
      }
      if (!found.isEmpty()) {
        foreign.put(type.getName(), found);
      }
    }
    assertEquals(new TreeMap<>(), foreign);
  }

  @Test
  void theRuleSeesEveryWayOut() {
    JavaClass bad = new ClassFileImporter().importClass(BadSignatures.class);
    String guava = "com.google.common.";
    assertEquals(
        Set.of(
            "supertype: " + guava + "base.Ticker",
            "FIELD: " + guava + "base.Joiner",
            "returned: " + guava + "collect.ImmutableList",
            "taken: dev.nn.math.kernel.Kernels",
            "arrays: " + guava + "base.Joiner",
            "thrown: " + guava + "io.BaseEncoding$DecodingException",
            "bounded: " + guava + "base.Joiner"),
        PublicSignatures.foreignTypes(bad));
  }
}

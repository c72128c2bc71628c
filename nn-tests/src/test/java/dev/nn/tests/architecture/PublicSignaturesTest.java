package dev.nn.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Users see Java's own types and ours: not Guava, SLF4J or JSON, nor what is internal. The kit for
 * tests shows JUnit too.
 */
class PublicSignaturesTest {

  @Test
  void noForeignTypeIsInAPublicSignature() {
    SortedMap<String, Set<String>> foreign = new TreeMap<>();
    for (JavaClass type : Code.libraries(120, PublicSignaturesTest::isInQuestion)) {
      Set<String> found = PublicSignatures.foreignTypes(type);
      if (!found.isEmpty()) {
        foreign.put(type.getName(), found);
      }
    }
    assertEquals(new TreeMap<>(), foreign);
  }

  private static boolean isInQuestion(JavaClass type) {
    return PublicSignatures.isVisible(type) && !Code.isIn(type, "dev.nn.testkit");
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

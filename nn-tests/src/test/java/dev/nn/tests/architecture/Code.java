package dev.nn.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.function.Predicate;

/** The classes of our main code, imported once; a part that is too small for a rule is an error. */
final class Code {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("dev/nn/tests/"))
          .importPackages("dev.nn");

  private Code() {}

  /** Everything, the examples too. */
  static JavaClasses all() {
    return those(200, type -> true);
  }

  /** The modules that others use. */
  static JavaClasses libraries() {
    return those(190, type -> !isIn(type, "dev.nn.examples"));
  }

  /** One module: the package of its name and those below it. */
  static JavaClasses module(String name, int atLeast) {
    return those(atLeast, type -> isIn(type, "dev.nn." + name));
  }

  /** What is left of the libraries' classes, which must be enough. */
  static JavaClasses libraries(int atLeast, Predicate<JavaClass> condition) {
    return those(atLeast, condition.and(type -> !isIn(type, "dev.nn.examples")));
  }

  /** Whether a class is in a package or below it. */
  static boolean isIn(JavaClass type, String root) {
    return (type.getPackageName() + ".").startsWith(root + ".");
  }

  private static JavaClasses those(int atLeast, Predicate<JavaClass> condition) {
    JavaClasses classes = ALL.that(DescribedPredicate.describe("in question", condition));
    assertTrue(
        classes.size() >= atLeast,
        () -> classes.size() + " classes, too few for a rule that is about " + atLeast);
    return classes;
  }
}

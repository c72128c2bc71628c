package dev.nn.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.nn.api.Plugin;
import dev.nn.api.Reference;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Descriptors are values, and nobody extends what was not made for it. */
class ShapesOfClassesTest {
  /**
   * What the engine puts in the place of an activation or between the parts of a composite layer,
   * and the kit in that of a layer.
   */
  private static final Set<String> STAND_INS =
      Set.of(
          "dev.nn.core.internal.architecture.CompiledFormula",
          "dev.nn.core.internal.architecture.CompiledFormula$OfExp",
          "dev.nn.core.internal.architecture.CompiledFormula$OfSigmoid",
          "dev.nn.core.internal.architecture.CompiledLoss",
          "dev.nn.core.internal.architecture.CopyLayer",
          "dev.nn.core.internal.architecture.ElementwiseLoop",
          "dev.nn.testkit.bench.GivenFeatures");

  @Test
  void everyPluginIsARecord() {
    assertNone(plugins(), type -> !type.isRecord());
  }

  /**
   * An engine's reference to a plugin is internal to nn-api, and what nn-lecture experiments with
   * to nn-lecture; everything else can be found.
   */
  @Test
  void everyPluginIsPublicUnlessItIsAReferenceOrAnExperiment() {
    assertNone(
        plugins(),
        type ->
            !isPublic(type)
                && !type.isAssignableTo(Reference.class)
                && !Code.isIn(type, "dev.nn.lecture"));
  }

  @Test
  void modulesOfPluginsShowNothingElse() {
    JavaClasses shown =
        Code.libraries(
            50,
            type ->
                isPublic(type)
                    && List.of("dev.nn.activations", "dev.nn.init", "dev.nn.optim")
                        .contains(type.getPackageName()));
    assertNone(shown, type -> !type.isAssignableTo(Plugin.class));
  }

  /** Exceptions may have subclasses. */
  @Test
  void classesAreFinalSealedOrAbstract() {
    JavaClasses concrete =
        Code.libraries(
            150,
            type ->
                !type.isInterface()
                    && !type.isEnum()
                    && !type.isAnonymousClass()
                    && !type.isAssignableTo(Throwable.class)
                    && !type.getSimpleName().equals("package-info"));
    assertNone(
        concrete,
        type ->
            !type.getModifiers().contains(JavaModifier.FINAL)
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && type.getRawSuperclass().map(parent -> !parent.isEnum()).orElse(true)
                && !type.reflect().isSealed());
  }

  /** All but stand-ins, which nobody finds by a name. */
  private static JavaClasses plugins() {
    return Code.libraries(
        60,
        type ->
            type.isAssignableTo(Plugin.class)
                && !type.isInterface()
                && !STAND_INS.contains(type.getName()));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static void assertNone(JavaClasses classes, Predicate<JavaClass> offends) {
    assertEquals(
        List.of(), classes.stream().filter(offends).map(JavaClass::getName).sorted().toList());
  }
}

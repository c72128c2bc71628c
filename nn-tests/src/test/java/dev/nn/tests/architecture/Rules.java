package dev.nn.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenFieldsConjunction;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.AccessibleObject;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** Rules for code of any module. */
enum Rules {
  /** Loading never runs what a file names. */
  NO_SERIALIZATION(
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class)),

  NO_CLASS_BY_NAME(noUseOf(Class.class, "forName")),

  /**
   * ServiceLoader makes providers; nobody else makes or opens anything, but for the copies of the
   * elementwise loop.
   */
  NO_REFLECTION(
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.nn.core.internal.architecture.OwnLoops")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..")),

  NO_REFLECTIVE_LOOK_UP(
      noUseOf(
          Class.class,
          "newInstance|get(Declared)?(Method|Field|Constructor|Annotation)s?|getRecordComponents",
          "dev.nn.core.internal.architecture.OwnLoops")),

  NO_SET_ACCESSIBLE(noUseOf(AccessibleObject.class, "setAccessible|trySetAccessible")),

  /** Their numbers differ between releases, or with each run. */
  NO_RANDOM_OF_JAVA(
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)),

  NO_MATH_RANDOM(noUseOf(Math.class, "random")),

  /** Their last bit may differ between machines. */
  NO_INEXACT_MATH(
      noUseOf(
          Math.class,
          "exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot")),

  /** Libraries log. */
  NO_CONSOLE(noUseOf(System.class, "out|err|in|setOut|setErr|console")),

  NO_STACK_TRACES(noUseOf(Throwable.class, "printStackTrace")),

  NO_EXIT(noUseOf(System.class, "exit|gc|runFinalization")),

  STATIC_FIELDS_ARE_FINAL(sourceFields().should().beFinal()),

  STATIC_FIELDS_HOLD_NO_STATE(sourceFields().should(holdNothingThatChanges())),
  ;

  private final ArchRule rule;

  Rules(ArchRule rule) {
    this.rule = rule;
  }

  ArchRule rule() {
    return rule.as(name());
  }

  /** Neither calls nor references, of this class or through one below it. */
  private static ArchRule noUseOf(Class<?> owner, String names) {
    return noUseOf(owner, names, "");
  }

  /** The same but for one class. */
  private static ArchRule noUseOf(Class<?> owner, String names, String exception) {
    DescribedPredicate<JavaAccess<?>> use =
        DescribedPredicate.describe(
            "it is " + owner.getSimpleName() + "." + names,
            access ->
                access.getTargetOwner().isAssignableTo(owner) && access.getName().matches(names));
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(exception)
        .should()
        .accessTargetWhere(use);
  }

  /** Static fields that somebody wrote; the compiler makes some for its own use. */
  private static GivenFieldsConjunction sourceFields() {
    return fields().that().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC);
  }

  /** An interface such as List may hold what List.of gives; a class says that it changes. */
  private static ArchCondition<JavaField> holdNothingThatChanges() {
    return new ArchCondition<>("hold nothing that changes") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean isShownArray =
            field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
        if (isShownArray || changes(field.getRawType())) {
          events.add(SimpleConditionEvent.violated(field, field.getDescription()));
        }
      }
    };
  }

  private static boolean changes(JavaClass type) {
    boolean isCollection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    return (isCollection && !type.isInterface())
        || type.getPackageName().startsWith("java.util.concurrent")
        || type.isAssignableTo(ThreadLocal.class)
        || type.isAssignableTo(StringBuilder.class)
        || type.isAssignableTo(StringBuffer.class);
  }
}

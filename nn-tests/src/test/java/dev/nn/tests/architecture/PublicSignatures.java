package dev.nn.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a class shows to those who use it. */
final class PublicSignatures {
  private static final Set<String> INTERNAL =
      Set.of(
          "dev.nn.core.internal",
          "dev.nn.core.message",
          "dev.nn.math.kernel",
          "dev.nn.math.simd",
          "dev.nn.onnx.export",
          "dev.nn.onnx.read",
          "dev.nn.imports.keras",
          "dev.nn.imports.numpy",
          "dev.nn.imports.other",
          "dev.nn.imports.read",
          "dev.nn.imports.torch",
          "dev.nn.imports.write",
          "dev.nn.report.page",
          "dev.nn.report.section",
          "dev.nn.lecture.experiment",
          "dev.nn.lecture.step",
          "dev.nn.playground.run",
          "dev.nn.playground.web",
          "dev.nn.processor",
          "dev.nn.testkit.bench",
          "dev.nn.testkit.measure");

  private PublicSignatures() {}

  /** Whether users see a class at all. */
  static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublicSignatures::isVisible).orElse(true)
        && INTERNAL.stream().noneMatch(internal -> Code.isIn(type, internal));
  }

  /** The types in signatures that are neither Java's own nor ours for users, with their places. */
  static Set<String> foreignTypes(JavaClass type) {
    Set<String> foreign = new TreeSet<>();
    Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
        .flatMap(supertype -> supertype.getAllInvolvedRawTypes().stream())
        .filter(PublicSignatures::isForeign)
        .forEach(found -> foreign.add("supertype: " + found.getName()));
    for (JavaMember member : type.getMembers()) {
      if (isShown(member)) {
        involved(member).stream()
            .filter(PublicSignatures::isForeign)
            .forEach(found -> foreign.add(member.getName() + ": " + found.getName()));
      }
    }
    return foreign;
  }

  private static boolean isShown(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Set<JavaClass> involved(JavaMember member) {
    Set<JavaClass> types = new HashSet<>(member.getAllInvolvedRawTypes());
    if (member instanceof JavaCodeUnit code) {
      types.addAll(code.getExceptionTypes());
      code.getTypeParameters().stream()
          .flatMap(parameter -> parameter.getUpperBounds().stream())
          .map(JavaType::toErasure)
          .forEach(types::add);
    }
    return types;
  }

  private static boolean isForeign(JavaClass found) {
    JavaClass type = found.getBaseComponentType();
    boolean isOurs =
        Code.isIn(type, "dev.nn")
            && INTERNAL.stream().noneMatch(internal -> Code.isIn(type, internal));
    return !type.isPrimitive() && !Code.isIn(type, "java") && !isOurs;
  }
}

package dev.nn.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler refuses, and what it does not. */
class MistakesTest {
  private static final String CODE =
      """
      package com.acme;
      import dev.nn.api.*;
      @NnPlugin
      HEAD implements ElementwiseActivation {
        MEMBERS
        @Override public float value(float z) { return z; }
        @Override public float derivative(float z, float a) { return 1; }
      }
      """;
  private static final String NAME = "@Override public String name() { return \"acme.bent\"; }";
  private static final String MADE = "public Bent() { this(1); }";
  private static final String WITH =
      "@Override public Bent withOptions(Options complete) { return new Bent(complete.real(\"slope\")); }";

  @TempDir private Path folder;
  private Compilation project;

  @BeforeEach
  void makeProject() throws Exception {
    project = new Compilation(folder);
  }

  private List<String> compile(String head, String members) throws Exception {
    project.write(
        "com/acme/Bent.java", Samples.fill(CODE, Map.of("HEAD", head, "MEMBERS", members)));
    return project.compile();
  }

  @Test
  void aClassOfNoKind() throws Exception {
    project.write("acme/Bent.java", "package acme; @dev.nn.api.NnPlugin public class Bent {}");
    assertEquals(
        List.of(
            "acme.Bent: it implements none of the kinds of plugin; implement one of them or take @NnPlugin away"),
        project.compile());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          record Bent()                | it is not public, so it cannot be found; make it public
          public abstract class Bent   | it is abstract; put @NnPlugin on the classes that extend it
          """)
  void aClassThatCannotBeSeenOrMade(String head, String message) throws Exception {
    String members =
        head.contains("abstract") ? NAME + "public Bent() {}" : NAME + "public Bent {}";
    assertEquals(List.of("com.acme.Bent: " + message), compile(head, members));
  }

  @Test
  void anInterface() throws Exception {
    project.write(
        "acme/Bent.java",
        "package acme; @dev.nn.api.NnPlugin public interface Bent extends dev.nn.api.Activation {}");
    assertEquals(
        List.of("acme.Bent: only classes and records can be made; put @NnPlugin on one"),
        project.compile());
  }

  @Test
  void anInnerClass() throws Exception {
    String inner = Samples.fill(Samples.ACTIVATION, Map.of("CLASS", "Inner", "NAME", "acme.inner"));
    project.write(
        "acme/Outer.java",
        inner
            .replace("record Inner()", "class Inner")
            .replaceFirst(
                "(?s)package acme;(.*)}\\s*",
                "package acme; public class Outer { $1 public Inner() {} } }"));
    assertEquals(
        List.of(
            "acme.Outer.Inner: it is an inner class, which needs an object of the outer; make it static"),
        project.compile());
  }

  @Test
  void noConstructorWithoutArguments() throws Exception {
    String options =
        "@Override public Options options() { return Options.NONE.withReal(\"slope\", slope); }";
    assertEquals(
        List.of(
            "com.acme.Bent: it has no public constructor without arguments, which gives the default hyper-parameters; add: public Bent() { this(<slope>); }"),
        compile("public record Bent(double slope)", NAME + options + WITH));
    assertEquals(
        List.of(), compile("public record Bent(double slope)", NAME + MADE + options + WITH));
    assertEquals(
        List.of(
            "com.acme.Bent: it has no public constructor without arguments, which gives the default hyper-parameters; add: public Bent() { }"),
        compile("public final class Bent", NAME + "Bent() {}"));
  }

  @Test
  void aProviderMethodBesideTheConstructor() throws Exception {
    assertEquals(
        List.of(
            "com.acme.Bent: a named module would call provider() where a class path calls the constructor, so there would be two plugins; give the method another name"),
        compile(
            "public record Bent()", NAME + "public static Bent provider() { return new Bent(); }"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          return "bent";      | the name "bent" has no prefix, so it becomes ambiguous when another jar takes it too; put yours and a dot before it, as in "acme.bent"
          return ("bent");    | the name "bent" has no prefix, so it becomes ambiguous when another jar takes it too; put yours and a dot before it, as in "acme.bent"
          return BENT;        | the name "bent" has no prefix, so it becomes ambiguous when another jar takes it too; put yours and a dot before it, as in "acme.bent"
          return Bent.BENT;   | the name "bent" has no prefix, so it becomes ambiguous when another jar takes it too; put yours and a dot before it, as in "acme.bent"
          return "acme.Bent"; | "acme.Bent" is not a legal name: lower-case letters, digits and _, a letter first, with your prefix and a dot before it; for instance "acme.bent"
          return "acme.1";    | "acme.1" is not a legal name: lower-case letters, digits and _, a letter first, with your prefix and a dot before it; for instance "acme.bent"
          return "";          | "" is not a legal name: lower-case letters, digits and _, a letter first, with your prefix and a dot before it; for instance "acme.bent"
          """)
  void aNameThatIsNotFitForAThirdParty(String body, String message) throws Exception {
    String members =
        "static final String BENT = \"bent\"; @Override public String name() { " + body + " }";
    assertEquals(List.of("com.acme.Bent: " + message), compile("public record Bent()", members));
  }

  @Test
  void aNameThatIsComputedIsLeftToTheContract() throws Exception {
    assertEquals(
        List.of(),
        compile(
            "public record Bent()",
            "@Override public String name() { return \"be\".concat(\"nt\"); }"));
  }

  @Test
  void aNameThatTwoClassesHave() throws Exception {
    project.write("acme/One.java", Compilation.activation("One", "acme.same"));
    project.write("acme/Two.java", Compilation.activation("Two", "acme.same"));
    assertEquals(
        List.of("acme.Two: acme.One has the name \"acme.same\" too; give one of them another"),
        project.compile());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return Options.NONE.withReal(\"slope\", slope);",
        "return Options.NONE.withReal(\"slope\", slope());",
        "return Options.NONE.withReal(\"slope\", this.slope);",
        "return Options.NONE.withReal(\"slope\", this.slope());",
        "return declared();",
        "return this.declared();",
        "return of(this);"
      })
  void aComponentThatIsDeclaredInSomeWay(String body) throws Exception {
    String helpers =
        """
        private Options declared() { return Options.NONE.withReal("slope", slope); }
        private static Options of(Bent bent) { return bent.declared(); }
        """;
    String options = "@Override public Options options() { " + body + "}";
    assertEquals(
        List.of(),
        compile("public record Bent(double slope)", NAME + MADE + WITH + options + helpers));
  }

  @Test
  void aComponentThatIsNotDeclared() throws Exception {
    String message =
        "com.acme.Bent: the component curveShape is no option, so a model that was saved with another value would come back with the default; add .withInteger(\"curve_shape\", curveShape) to options(), and read it in withOptions";
    String made = "public Bent() { this(1, 2); }";
    String with =
        "@Override public Bent withOptions(Options o) { return new Bent(o.real(\"slope\"), curveShape); }";
    String options =
        "@Override public Options options() { return Options.NONE.withReal(\"slope\", slope); }";
    assertEquals(
        List.of(message),
        compile("public record Bent(double slope, int curveShape)", NAME + made + with + options));
  }

  @Test
  void optionsThatAreForgottenAltogether() throws Exception {
    assertEquals(
        List.of(
            "com.acme.Bent: the component slope is no option, so a model that was saved with another value would come back with the default; add .withReal(\"slope\", slope) to options(), and read it in withOptions"),
        compile("public record Bent(double slope)", NAME + MADE));
  }

  @Test
  void optionsThatNobodyTakes() throws Exception {
    String options =
        "@Override public Options options() { return Options.NONE.withReal(\"slope\", slope); }";
    assertEquals(
        List.of(
            "com.acme.Bent: options() has hyper-parameters, but withOptions does not take them; add: public Bent withOptions(Options complete)"),
        compile("public record Bent(double slope)", NAME + MADE + options));
  }

  /** Other compilers, and build tools that hide the compiler, do not show the source code. */
  @Test
  void withoutTheSourceCodeTheOtherRulesHold() throws Exception {
    project.write("acme/Cube.java", Compilation.activation("Cube", "cube"));
    assertEquals(List.of(), project.compileWith(hidden()));
    assertEquals(List.of("# From @NnPlugin:", "acme.Cube"), project.services("Activation"));
    String secret = Compilation.activation("Cube", "cube").replace("public record", "record");
    project.write("acme/Cube.java", secret);
    assertEquals(
        List.of("acme.Cube: it is not public, so it cannot be found; make it public"),
        project.compileWith(hidden()));
  }

  private static Processor hidden() {
    NnPluginProcessor processor = new NnPluginProcessor();
    return new AbstractProcessor() {
      @Override
      public synchronized void init(ProcessingEnvironment environment) {
        processor.init(new Wrapped(environment));
      }

      @Override
      public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
      }

      @Override
      public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
      }

      @Override
      public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
      }
    };
  }

  /** An environment that is not the compiler's own. */
  private record Wrapped(ProcessingEnvironment real) implements ProcessingEnvironment {
    @Override
    public Map<String, String> getOptions() {
      return real.getOptions();
    }

    @Override
    public Messager getMessager() {
      return real.getMessager();
    }

    @Override
    public Filer getFiler() {
      return real.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return real.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return real.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return real.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return real.getLocale();
    }
  }
}

package dev.nn.examples.plugins.mistakes;

import static dev.nn.examples.plugins.mistakes.RightPlugins.BALL;
import static dev.nn.examples.plugins.mistakes.RightPlugins.BENT;
import static dev.nn.examples.plugins.mistakes.RightPlugins.SCALE;

import java.util.ArrayList;
import java.util.List;

/** All mistakes, each made in a plugin that is right otherwise. */
final class Mistakes {
  private static final String VALUE =
      "return z + (float) strength * (float) Math.sqrt(z * z + 1) + (float) shift;";
  private static final String SLOPE =
      "return 1 + (float) strength * z / (float) Math.sqrt(z * z + 1);";
  private static final String MADE = "public Bent() { this(0.5, 0.25); }";
  private static final String SHIFT_DECLARED = ".withReal(\"shift\", shift)";
  private static final String READ = "complete.real(\"strength\"), complete.real(\"shift\")";
  private static final String NAME = "\"acme.bent\"";
  private static final Draft BY_HAND = BENT.namedIn("Activation", "acme.Bent");

  private Mistakes() {}

  static List<Mistake> all() {
    List<Mistake> all = new ArrayList<>();
    all.addAll(toldByTheCompiler());
    all.addAll(toldByCheck());
    all.addAll(toldByTheDoctor());
    all.addAll(toldByTheRun());
    return all;
  }

  private static List<Mistake> toldByTheCompiler() {
    return List.of(
        new Mistake(
            "a component of the record is no option",
            Way.COMPILER,
            "acme.Bent: the component shift is no option, so a model that was saved with another value would come back with the default; add .withReal(\"shift\", shift) to options(), and read it in withOptions",
            BENT.edit(SHIFT_DECLARED, "")),
        new Mistake(
            "`withOptions` is forgotten",
            Way.COMPILER,
            "acme.Bent: options() has hyper-parameters, but withOptions does not take them; add: public Bent withOptions(Options complete)",
            BENT.edit("public Bent withOptions(", "public Bent with(")),
        new Mistake(
            "no constructor without arguments",
            Way.COMPILER,
            "acme.Bent: it has no public constructor without arguments, which gives the default hyper-parameters; add: public Bent() { this(<strength>, <shift>); }",
            BENT.edit(MADE, "")),
        new Mistake(
            "the class is not public",
            Way.COMPILER,
            "acme.Bent: it is not public, so it cannot be found; make it public",
            BENT.edit("public record", "record")),
        new Mistake(
            "the name has no prefix",
            Way.COMPILER,
            "acme.Bent: the name \"bent\" has no prefix, so it becomes ambiguous when another jar takes it too; put yours and a dot before it, as in \"acme.bent\"",
            BENT.edit(NAME, "\"bent\"")),
        new Mistake(
            "`module-info.java` does not provide the plugin",
            Way.COMPILER,
            "module acme does not provide acme.Bent, so it would not be found on a module path; add to module-info.java: provides dev.nn.api.Activation with acme.Bent;",
            BENT.with("module-info.java", "module acme { requires dev.nn.api; }")));
  }

  private static List<Mistake> toldByCheck() {
    return List.of(
        new Mistake(
            "the plugin keeps state",
            Way.CHECK,
            "P6: a second time, number 0: expected -1.1376953125, got 169.8623046875",
            BENT.edit(VALUE, "return z + calls++;")
                .edit("public Bent() {", "private static int calls;\n public Bent() {")),
        new Mistake(
            "the derivative is wrong",
            Way.CHECK,
            "A7: backward (sweep 0), row 0, column 0, at -7.979004: the gradient is -3.5208392, central differences give 0.5934379482641816 ± 7.194644E-5",
            BENT.edit(SLOPE, "return 1 + (float) strength * z;")),
        new Mistake(
            "two options are swapped",
            Way.CHECK,
            "P2: Bent[strength=0.5, shift=0.25] comes back from its options (strength=0.5, shift=0.25) as Bent[strength=0.25, shift=0.5]; a file keeps only the options, so declare every hyper-parameter in options() and read each of them in withOptions()",
            BENT.edit(READ, "complete.real(\"shift\"), complete.real(\"strength\")")),
        new Mistake(
            "an option has no effect",
            Way.CHECK,
            "P9: no value of the option shift that was tried changes anything",
            BENT.edit(" + (float) shift;", ";")),
        new Mistake(
            "a component of the record is no option, and no processor is there",
            Way.CHECK,
            "P2: no option changes the components [shift] of the record; a file keeps only the options, so declare every hyper-parameter in options() and read each of them in withOptions()",
            BY_HAND.edit(SHIFT_DECLARED, "").edit(READ, "complete.real(\"strength\"), 0.25")),
        new Mistake(
            "a refusal does not name the option",
            Way.CHECK,
            "P5: the refusal of shift=-1.0E300 does not name the option: too large",
            BENT.edit(
                    "Range.between(-10, 10).check(\"shift\", shift)",
                    "Math.abs(shift) <= 10 ? shift : tooLarge()")
                .edit(
                    "public Bent() {",
                    "private static double tooLarge() { throw new IllegalArgumentException(\"too large\"); }\n public Bent() {")),
        new Mistake(
            "some values are NaN",
            Way.CHECK,
            "A11: the value at z = -1.0E-6 is NaN",
            BENT.edit(VALUE, "return (float) Math.sqrt(z);").edit(SLOPE, "return 0.5f / a;")),
        new Mistake(
            "a layer writes into its input",
            Way.CHECK,
            "N2: forward in training, the input is an input and was changed, row 0, column 0: expected -1.0117188, got 0.0",
            SCALE.edit(
                "multiply(pass.input(), pass.parameter(0), pass.output());",
                "multiply(pass.input(), pass.parameter(0), pass.output()); pass.input().set(0, 0, 0);")),
        new Mistake(
            "the gradient of a layer's parameter is wrong",
            Way.CHECK,
            "N6: the gradient of scale, row 0, column 0, at -0.765625: the gradient is 0.62890625, central differences give -0.2223072052001953 ± 1.4281487E-5",
            SCALE.edit(
                "pass.saved(0).set(i, j, da.get(i, j) * x.get(i, j));",
                "pass.saved(0).set(i, j, da.get(i, j));")),
        new Mistake(
            "an optimizer works beyond its tile",
            Way.CHECK,
            "O3: weights: 1.024375 was written outside of the tile, at from -9",
            BALL.edit("i = tile.from(); i < tile.to()", "i = 0; i < w.length")));
  }

  private static List<Mistake> toldByTheDoctor() {
    return List.of(
        new Mistake(
            "the services file names a class that is not there",
            Way.DOCTOR,
            "activation acme.Bnet, named by acme.jar!/META-INF/services/dev.nn.api.Activation line 1: Provider acme.Bnet not found",
            BENT.namedIn("Activation", "acme.Bnet")),
        new Mistake(
            "the services file has two names in a line",
            Way.DOCTOR,
            "named by acme.jar!/META-INF/services/dev.nn.api.Activation line 1: \"acme.Bent, acme.Bump\" is not the name of a class",
            BENT.namedIn("Activation", "acme.Bent, acme.Bump")),
        new Mistake(
            "the services file is that of another kind",
            Way.DOCTOR,
            "loss acme.Bent, named by acme.jar!/META-INF/services/dev.nn.api.Loss line 1: it is an activation, not a loss; name it in META-INF/services/dev.nn.api.Activation instead",
            BENT.namedIn("Loss", "acme.Bent")),
        new Mistake(
            "all jars are packed into one, and services files are lost",
            Way.DOCTOR_OF_ONE_JAR,
            "in app.jar, META-INF/services/dev.nn.api.Activation names only some of the activations that are there: not acme.Bent",
            BENT),
        new Mistake(
            "the constructor throws",
            Way.DOCTOR,
            "activation acme.Bent, named by acme.jar!/META-INF/services/dev.nn.api.Activation line 2: IllegalArgumentException: shift must be from -10 to 10, got 25",
            BENT.edit("this(0.5, 0.25)", "this(0.5, 25)")),
        new Mistake(
            "two plugins have one name",
            Way.DOCTOR,
            "Remove all but one, or give one another name; in Java, one can be chosen: registry.prefer(Kind.ACTIVATION, \"acme.bent\", \"acme.Bent\")",
            BY_HAND.twice("Bent", "Bowed")),
        new Mistake(
            "the plugin is named by `module-info.java` only",
            Way.DOCTOR,
            "acme.Bent in acme.jar is named by its module-info only, so it is not found on a class path",
            BENT.edit("@NnPlugin", "")
                .with(
                    "module-info.java",
                    "module acme { requires dev.nn.api; provides dev.nn.api.Activation with acme.Bent; }")));
  }

  private static List<Mistake> toldByTheRun() {
    return List.of(
        new Mistake(
            "`value` throws",
            Way.train(""),
            "training failed in epoch 1, step 1: activation \"acme.bent\" failed in forward of layer 0 (dense): IllegalStateException: out of order; it is acme.Bent in acme.jar",
            BENT.edit(VALUE, "throw new IllegalStateException(\"out of order\");")),
        new Mistake(
            "`value` is NaN in the middle of training",
            Way.train("", "--epochs", "2000"),
            "training diverged in epoch 89, step 355: the loss is NaN; the output of layer 0 (dense) is the first that is not finite (computed with activation \"acme.bent\", acme.Bent in acme.jar)",
            BENT.edit(VALUE, "return (float) Math.sqrt(2 - z);").edit(SLOPE, "return -0.5f / a;")),
        new Mistake(
            "the jar was made for a later interface",
            Way.train(""),
            "it was built against version 2 of the plugin interface and this framework has 1; use a newer framework, or the plugin in a version for this one",
            BENT.with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nNN-SPI-Version: 2\n")),
        new Mistake(
            "the name of an option is misspelled",
            Way.train("(strenght=1)"),
            "acme.bent has no option strenght. Did you mean strength?",
            BENT),
        new Mistake(
            "an option is out of its range",
            Way.train("(strength=-1)"),
            "acme.bent: strength must be from 0 to 10, got -1",
            BENT));
  }
}

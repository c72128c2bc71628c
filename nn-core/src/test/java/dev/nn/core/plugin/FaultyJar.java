package dev.nn.core.plugin;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A jar whose one activation cannot be loaded, for each reason that we know, and what the report of
 * it has to say.
 */
public enum FaultyJar {
  THROWING_CONSTRUCTOR(
      body("  public Bad() { throw new IllegalStateException(\"boom\"); }"),
      "IllegalStateException: boom"),
  FAILING_ASSERTION(
      body("  public Bad() { throw new AssertionError(\"mine\"); }"), "AssertionError: mine"),
  ENDLESS_CONSTRUCTOR(body("  public Bad() { new Bad(); }"), "StackOverflowError"),
  THROWING_STATIC_INITIALIZER(
      body("  static final int N = Integer.parseInt(\"seven\");"),
      "NumberFormatException: For input string: \"seven\""),
  MISSING_CLASS(body(""), "Provider %s.Bad not found") {
    @Override
    void spoil(String folder, Map<String, byte[]> files) {
      files.remove(folder + "Bad.class");
    }
  },
  WRONG_TYPE("public class Bad {}", "%s.Bad not a subtype"),
  NO_PUBLIC_CONSTRUCTOR(body("  Bad(int n) {}"), "%s.Bad Unable to get public no-arg constructor"),
  ABSTRACT_CLASS(
      body("").replace("public class", "public abstract class"), "InstantiationException"),
  SEVERAL_KINDS(
      body("  public Bad withOptions(dev.nn.api.Options o) { return this; }\n"
              + "  public double rate(long step, double[] state) { return 0; }")
          .replace("ElementwiseActivation", "ElementwiseActivation, dev.nn.api.Schedule"),
      "it is of several kinds, [activation, schedule]"),
  MISSING_SUPERCLASS(
      body("").replace("Bad implements", "Bad extends Base implements"),
      "NoClassDefFoundError: %s/Base") {
    @Override
    void spoil(String folder, Map<String, byte[]> files) {
      files.remove(folder + "Base.class");
    }
  },
  NEWER_CLASS_FILE(body(""), "UnsupportedClassVersionError") {
    @Override
    void spoil(String folder, Map<String, byte[]> files) {
      files.get(folder + "Bad.class")[7] = 120;
    }
  },
  CUT_CLASS_FILE(body(""), "ClassFormatError") {
    @Override
    void spoil(String folder, Map<String, byte[]> files) {
      files.computeIfPresent(
          folder + "Bad.class", (name, bytes) -> java.util.Arrays.copyOf(bytes, 100));
    }
  },
  /** Compiled against a base class that had {@code name()}, run with one that has not. */
  ABSTRACT_METHOD(
      body("")
          .replace("Bad implements", "Bad extends Base implements")
          .replace("public String name() { return \"bad\"; }", ""),
      "AbstractMethodError") {
    @Override
    void spoil(String folder, Map<String, byte[]> files) {
      files.put(folder + "Base.class", files.get(folder + "NamelessBase.class"));
    }
  },
  ILLEGAL_NAME(
      named("Bad Name"),
      "its name \"Bad Name\" is not legal: lower-case letters, digits and _, a letter first"),
  NULL_NAME(body("").replace("\"bad\"", "null"), "its name \"null\" is not legal"),
  THROWING_NAME(
      body("").replace("return \"bad\"", "throw new UnsupportedOperationException(\"nameless\")"),
      "UnsupportedOperationException: nameless"),
  ILLEGAL_ALIAS(
      body("  public java.util.Set<String> aliases() { return java.util.Set.of(\"B\"); }"),
      "its alias \"B\" is not legal"),
  NULL_OPTIONS(
      body("  public dev.nn.api.Options options() { return null; }"), "its options() is null"),
  THROWING_OPTIONS(
      body(
          "  public dev.nn.api.Options options() { return dev.nn.api.Options.NONE.withReal(\"R\", 1); }"),
      "IllegalArgumentException: \"R\" is not a legal option name"),
  NEWER_INTERFACE(
      body("  public int spiVersion() { return 99; }"),
      "it needs version 99 of the plugin interface and this framework has 1; use a newer one"),
  BAD_SYNTAX(body(""), "\"%s.Bad, please\" is not the name of a class") {
    @Override
    String services(String packageName) {
      return packageName + ".Bad, please\n";
    }
  };

  private final String source;
  private final String problem;

  FaultyJar(String source, String problem) {
    this.source = source;
    this.problem = problem;
  }

  /** Whether the module system itself lets such a jar be a module. */
  boolean canBeModule() {
    return this != BAD_SYNTAX;
  }

  String problem() {
    return problem.contains("/")
        ? problem.formatted("acme/" + word())
        : problem.formatted(packageName());
  }

  String className() {
    return packageName() + ".Bad";
  }

  String packageName() {
    return "acme." + word();
  }

  String jarName() {
    return word().replace("_", "") + ".jar";
  }

  /** Also in this jar, after the faulty one: a good activation of this name. */
  String goodName() {
    return "good_" + word();
  }

  private String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  void sources(Map<String, String> sources) {
    UnaryOperator<String> inPackage = text -> "package " + packageName() + ";\n" + text;
    sources.put(className(), inPackage.apply(source));
    sources.put(packageName() + ".Good", inPackage.apply(named(goodName()).replace("Bad", "Good")));
    String base = "public abstract class Base { public String name() { return \"base\"; } }";
    sources.put(packageName() + ".Base", inPackage.apply(base));
  }

  /** Sources of other versions of the same classes. */
  void laterSources(Map<String, String> sources) {
    sources.put(
        packageName() + ".Base", "package " + packageName() + "; public abstract class Base {}");
  }

  /** Packs this jar from the folder that its sources were compiled to. */
  Path pack(Path classes, Path laterClasses, Path folder) {
    String inJar = packageName().replace('.', '/') + "/";
    Map<String, byte[]> files = new TreeMap<>(PluginJars.filesOf(classes, inJar));
    PluginJars.filesOf(laterClasses, inJar)
        .forEach((name, bytes) -> files.put(name.replace("Base", "NamelessBase"), bytes));
    spoil(inJar, files);
    files.remove(inJar + "NamelessBase.class");
    files.put(
        "META-INF/services/dev.nn.api.Activation",
        PluginJars.bytes("# ours\n" + services(packageName()) + packageName() + ".Good # last\n"));
    return PluginJars.jar(folder.resolve(jarName()), files);
  }

  String services(String packageName) {
    return packageName + ".Bad\n";
  }

  void spoil(String folder, Map<String, byte[]> files) {}

  public static String named(String name) {
    return body("").replace("\"bad\"", "\"" + name + "\"");
  }

  public static String body(String members) {
    return """
        public class Bad implements dev.nn.api.ElementwiseActivation {
          public String name() { return "bad"; }
          public float value(float z) { return z; }
          public float derivative(float z, float a) { return 1; }
        %s
        }
        """
        .formatted(members);
  }
}

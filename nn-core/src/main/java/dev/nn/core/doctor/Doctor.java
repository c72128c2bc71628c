package dev.nn.core.doctor;

import dev.nn.api.Kind;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.platform.Acceleration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks at the running program for what makes plugins disappear, results wrong or training slow:
 *
 * <pre>{@code
 * System.out.println(Doctor.report());
 * }</pre>
 *
 * <p>The report lists every plugin with the place that it comes from, and says what to do about
 * each thing that is wrong. It is also what to send along with a report of a bug. It should be made
 * on a thread that trains or predicts, since the context class loader and the way in which the
 * processor treats tiny numbers belong to threads.
 */
public final class Doctor {
  private static final int MEGABYTE = 1 << 20;

  private Doctor() {}

  /** Returns a report of the plugins that {@link PluginRegistry#load()} finds. */
  public static DoctorReport report() {
    return report(PluginRegistry.load());
  }

  /** Returns a report of the plugins of a registry. */
  public static DoctorReport report(PluginRegistry registry) {
    Objects.requireNonNull(registry, "registry");
    List<InstalledPlugin> plugins =
        Arrays.stream(Kind.values())
            .flatMap(
                kind ->
                    registry.plugins(kind).stream().map(plugin -> InstalledPlugin.of(kind, plugin)))
            .toList();
    ClassLoader loader = registry.classLoader();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(ProviderChecks.faults(registry.faults()));
    findings.addAll(ProviderChecks.duplicates(registry));
    findings.addAll(ProviderChecks.copies(plugins, loader));
    findings.addAll(ProviderChecks.missingBuiltIns(plugins, loader));
    findings.addAll(RegistrationChecks.of(loader));
    findings.addAll(PlatformChecks.contextLoader(Thread.currentThread()));
    findings.addAll(
        PlatformChecks.vectors(Acceleration.current(), PlatformChecks.hasVectorModule()));
    findings.addAll(PlatformChecks.denormals((a, b) -> a * b));
    Runtime java = Runtime.getRuntime();
    findings.addAll(PlatformChecks.memory(java.maxMemory(), java.availableProcessors()));
    findings.addAll(PlatformChecks.compiler(System.getProperty("java.vm.info", "")));
    findings.sort(Comparator.comparing(Finding::isWrong).reversed());
    return new DoctorReport(facts(), plugins, findings);
  }

  private static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("framework", framework());
    facts.put(
        "Java",
        "%s (%s), %s, %s"
            .formatted(
                property("java.runtime.version"),
                property("java.vendor"),
                property("java.vm.name"),
                property("java.vm.info")));
    facts.put("Java home", property("java.home"));
    facts.put("system", property("os.name") + " " + property("os.arch"));
    facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("memory", Runtime.getRuntime().maxMemory() / MEGABYTE + " MiB for Java objects");
    facts.put("kernels", Acceleration.current().toString());
    return facts;
  }

  private static String framework() {
    Module module = Doctor.class.getModule();
    String version = Doctor.class.getPackage().getImplementationVersion();
    return "nn-core %s on the %s"
        .formatted(
            version == null ? "(version not stated)" : version,
            module.isNamed() ? "module path" : "class path");
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}

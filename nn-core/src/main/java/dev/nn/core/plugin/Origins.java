package dev.nn.core.plugin;

import dev.nn.api.Plugin;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Finds out where classes come from. */
public final class Origins {
  private Origins() {}

  /** Returns where the class of a plugin was loaded from. */
  public static PluginOrigin of(Plugin plugin) {
    Class<?> type = plugin.getClass();
    Optional<Module> module = Optional.of(type.getModule()).filter(Module::isNamed);
    Optional<String> location =
        module.flatMap(Origins::location).or(() -> codeSource(type)).map(Origins::readable);
    Package pack = type.getPackage();
    Optional<String> title =
        Optional.ofNullable(pack.getImplementationTitle())
            .or(() -> module.map(Module::getName))
            .or(() -> location.flatMap(Origins::jarName))
            .or(() -> BuiltIns.artifact(plugin));
    Optional<String> version =
        Optional.ofNullable(pack.getImplementationVersion())
            .or(() -> module.map(Module::getDescriptor).flatMap(ModuleDescriptor::rawVersion));
    Optional<UberJar.Part> packed = UberJar.at(location, title).map(jar -> jar.part(plugin));
    return new PluginOrigin(
        type.getName(),
        module.map(Module::getName),
        location,
        packed.map(UberJar.Part::title).or(() -> title),
        packed.isPresent() ? packed.get().version() : version);
  }

  /** The jar or folder that a class was loaded from, if that is known. */
  static Optional<String> location(Class<?> type) {
    return codeSource(type).map(Origins::readable);
  }

  /** Where a named module was found. */
  static Optional<URI> location(Module module) {
    return Optional.ofNullable(module.getLayer())
        .flatMap(layer -> layer.configuration().findModule(module.getName()))
        .map(ResolvedModule::reference)
        .flatMap(reference -> reference.location());
  }

  private static Optional<URI> codeSource(Class<?> type) {
    return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .flatMap(url -> uri(url.toString()));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The path if the URI is that of a file, else the URI. */
  static String readable(URI uri) {
    try {
      return "file".equals(uri.getScheme()) ? Path.of(uri).toString() : uri.toString();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return uri.toString();
    }
  }

  /**
   * A file inside a jar as {@code /opt/acme.jar!/META-INF/…}, a file by its path, and anything else
   * as it is.
   */
  static String readable(URL url) {
    String text = url.toString();
    int bang = text.indexOf("!/");
    if (!text.startsWith("jar:file:") || bang < 0) {
      return uri(text).map(Origins::readable).orElse(text);
    }
    return uri(text.substring("jar:".length(), bang))
        .map(jar -> readable(jar) + text.substring(bang))
        .orElse(text);
  }

  private static Optional<String> jarName(String location) {
    return location.endsWith(".jar") && Files.isRegularFile(Path.of(location))
        ? Optional.of(Path.of(location).getFileName().toString())
        : Optional.empty();
  }
}

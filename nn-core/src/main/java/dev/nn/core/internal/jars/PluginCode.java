package dev.nn.core.internal.jars;

import dev.nn.api.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar or a folder of classes, and what it says about itself.
 *
 * @param path where it is
 * @param hasServices whether a services file of it names plugins
 * @param module its descriptor, if it has one
 */
public record PluginCode(Path path, boolean hasServices, Optional<ModuleDescriptor> module) {
  private static final String DESCRIPTOR = "module-info.class";

  private static final List<String> SERVICES =
      Arrays.stream(Kind.values()).map(PluginCode::services).toList();

  /** The services file that names the plugins of a kind. */
  public static String services(Kind kind) {
    return "META-INF/services/" + kind.type().getName();
  }

  /**
   * Looks into a jar or a folder of classes.
   *
   * @throws IOException if there is none, or if it cannot be read; the message says which it is
   */
  public static PluginCode of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      boolean hasServices = SERVICES.stream().anyMatch(file -> Files.exists(path.resolve(file)));
      Path descriptor = path.resolve(DESCRIPTOR);
      return new PluginCode(
          path,
          hasServices,
          Files.exists(descriptor)
              ? descriptor(Files.newInputStream(descriptor))
              : Optional.empty());
    }
    if (!Files.exists(path)) {
      throw new IOException(path + ": there is no such file or folder");
    }
    try (JarFile jar =
        new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
      boolean hasServices = SERVICES.stream().anyMatch(file -> jar.getEntry(file) != null);
      return new PluginCode(path, hasServices, descriptor(jar));
    } catch (IOException e) {
      throw new IOException(path + ": it cannot be read as a jar: " + e.getMessage(), e);
    }
  }

  private static Optional<ModuleDescriptor> descriptor(JarFile jar) throws IOException {
    ZipEntry entry = jar.getEntry(DESCRIPTOR);
    return entry == null ? Optional.empty() : descriptor(jar.getInputStream(entry));
  }

  /** Absent too if it was compiled for a later Java, as one of many that lie in an uber-jar. */
  private static Optional<ModuleDescriptor> descriptor(InputStream in) throws IOException {
    try (in) {
      return Optional.of(ModuleDescriptor.read(in));
    } catch (InvalidModuleDescriptorException e) {
      return Optional.empty();
    }
  }

  /** Whether it names plugins, in either way. What does not is a library. */
  public boolean namesPlugins() {
    return hasServices || Arrays.stream(Kind.values()).anyMatch(kind -> !provides(kind).isEmpty());
  }

  /** The classes of a kind that its module descriptor names. */
  public List<String> provides(Kind kind) {
    return module.stream()
        .flatMap(descriptor -> descriptor.provides().stream())
        .filter(provides -> provides.service().equals(kind.type().getName()))
        .map(Provides::providers)
        .flatMap(List::stream)
        .toList();
  }
}

package dev.nn.core.internal.jars;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of one plugin and its libraries. It looks into its own jars first, so that a
 * plugin gets the libraries that it came with, whatever versions of them the program or another
 * plugin has. Only the framework itself comes from the program, if that has it.
 */
public final class JarClassLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String FRAMEWORK = "dev.nn.";

  private final Set<String> modules;

  private JarClassLoader(List<Path> places, ClassLoader parent, Set<String> modules) {
    super(name(places), places.stream().map(JarClassLoader::url).toArray(URL[]::new), parent);
    this.modules = Set.copyOf(modules);
  }

  /** Loads classes of jars that are no modules here, whatever descriptors they have. */
  public static JarClassLoader of(List<Path> places, ClassLoader parent) {
    return new JarClassLoader(places, parent, Set.of());
  }

  /** Loads the classes of named modules, all of which it will be the loader of. */
  static JarClassLoader ofModules(List<Path> places, ClassLoader parent, Set<String> modules) {
    return new JarClassLoader(places, parent, modules);
  }

  /** What stack traces and the doctor call it: the file of the plugin, or of the first library. */
  private static String name(List<Path> places) {
    return places.isEmpty() ? "libraries" : String.valueOf(places.get(0).getFileName());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path + " is not a path of files", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> type = findLoadedClass(name);
      if (type == null && !name.startsWith(FRAMEWORK)) {
        type = own(name);
      }
      return type == null ? super.loadClass(name, resolve) : type;
    }
  }

  private @Nullable Class<?> own(String name) {
    try {
      return findClass(name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** What a module layer calls for a class of one of its modules. */
  @Override
  protected @Nullable Class<?> findClass(@Nullable String module, String name) {
    return module == null || modules.contains(module) ? own(name) : null;
  }

  /** Reads the classes' own files first too. */
  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  @Override
  protected @Nullable URL findResource(@Nullable String module, String name) throws IOException {
    return module == null || modules.contains(module) ? findResource(name) : null;
  }
}

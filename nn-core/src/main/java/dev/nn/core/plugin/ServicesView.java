package dev.nn.core.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class loader as {@code ServiceLoader} should see it: with all its classes, but with a services
 * file of our choice. {@code ServiceLoader} gives up a whole file for one bad line, and it does not
 * tell which file named a class that fails. If it is shown one class at a time, it can do neither.
 */
final class ServicesView extends ClassLoader {
  private final ClassLoader classes;
  private final List<URL> services;

  private ServicesView(@Nullable ClassLoader parent, ClassLoader classes, List<URL> services) {
    super(parent);
    this.classes = classes;
    this.services = services;
  }

  /** Shows one class that a services file names, and no named modules. */
  static ServicesView oneProvider(ClassLoader classes, String className) {
    return providers(classes, List.of(className));
  }

  /** Shows some classes that services files name, and no named modules. */
  static ServicesView providers(ClassLoader classes, List<String> classNames) {
    return new ServicesView(null, classes, List.of(content(String.join("\n", classNames))));
  }

  /** Shows the named modules of a loader and its parents, and no services files. */
  static ServicesView modulesOnly(ClassLoader classes) {
    return new ServicesView(classes, classes, List.of());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return classes.loadClass(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return Collections.enumeration(services);
  }

  private static URL content(String text) {
    try {
      return new URL(null, "services:" + text, new Content(text.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Content extends URLStreamHandler {
    private final byte[] bytes;

    Content(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}

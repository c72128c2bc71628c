package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PluginDiscoveryTest {

  @Test
  void contextLoaderThatDoesNotSeeUsIsIgnored() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      assertEquals(PluginDiscovery.class.getClassLoader(), ContextLoader.find());
      thread.setContextClassLoader(null);
      assertEquals(PluginDiscovery.class.getClassLoader(), ContextLoader.find());
      ClassLoader child = new ClassLoader(before) {};
      thread.setContextClassLoader(child);
      assertEquals(child, ContextLoader.find());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void iteratorThatThrowsForEverIsGivenUp() {
    AtomicInteger times = new AtomicInteger();
    PluginDiscovery discovery = new PluginDiscovery();
    discovery.drain(
        Kind.LAYER,
        new Iterator<ServiceLoader.Provider<Plugin>>() {
          @Override
          public boolean hasNext() {
            times.incrementAndGet();
            throw new ServiceConfigurationError("dev.nn.api.Layer: again");
          }

          @Override
          public ServiceLoader.Provider<Plugin> next() {
            throw new AssertionError();
          }
        });
    assertEquals(1000, times.get());
    assertEquals(
        List.of("a provider of layers, named by a module: again"),
        discovery.table().faults().stream().map(PluginFault::toString).toList());
  }
}

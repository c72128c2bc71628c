package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nn.api.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundPluginsTest {
  private static final PluginFault FAULT =
      new PluginFault(
          Kind.LAYER, Optional.of("acme.Gone"), "a file", "gone", new IllegalStateException());

  @Test
  void eachPlaceIsSearchedOnce() {
    List<Object> searched = new ArrayList<>();
    FoundPlugins<Object> plugins =
        new FoundPlugins<>(
            place -> {
              searched.add(place);
              return PluginTable.EMPTY;
            });
    Object first = new Object();
    Object second = new Object();
    assertSame(plugins.in(first), plugins.in(first));
    plugins.in(second);
    assertEquals(List.of(first, second), searched);
  }

  @Test
  void eachFaultOfAPlaceIsReportedOnce() {
    FoundPlugins<Object> plugins = new FoundPlugins<>(place -> PluginTable.EMPTY);
    Object place = new Object();
    assertEquals(List.of(FAULT), plugins.unreported(place, List.of(FAULT, FAULT)));
    assertEquals(List.of(), plugins.unreported(place, List.of(FAULT)));
    assertEquals(List.of(FAULT), plugins.unreported(new Object(), List.of(FAULT)));
  }
}

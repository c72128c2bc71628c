package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.PluginException;
import dev.nn.core.layer.Dense;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Built-ins that a program does not ask for are not loaded, and nothing else can tell. */
class DormantBuiltInsTest {
  private final PluginTable table = PluginTable.load(PluginTable.class.getClassLoader());

  @Test
  void onlyTheClassThatIsAskedForIsLoaded() {
    assertEquals(List.of(), builtIns());
    assertEquals(Dense.class, table.find(Kind.LAYER, "dense").prototype().getClass());
    assertEquals(List.of(Dense.class), builtIns());
    assertTrue(table.knows(Kind.LAYER, "batch_normalization"));
    assertEquals(2, builtIns().size());
  }

  @Test
  void anAliasStandsForItsPlugin() {
    ProviderEntry aliased =
        table
            .entries(Kind.LOSS)
            .filter(entry -> !entry.aliases().isEmpty())
            .findFirst()
            .orElseThrow();
    PluginTable other = PluginTable.load(PluginTable.class.getClassLoader());
    String alias = aliased.aliases().iterator().next();
    assertEquals(aliased.name(), other.find(Kind.LOSS, alias).name());
  }

  @Test
  void anUnknownNameIsToldWithAllThatThereAre() {
    PluginException e = assertThrows(PluginException.class, () -> table.find(Kind.LAYER, "dens"));
    assertTrue(e.getMessage().contains("dense"), e.getMessage());
  }

  @Test
  void whoeverAsksForAllGetsAll() {
    table.find(Kind.LAYER, "dense");
    PluginTable eager = PluginTable.load(new ClassLoader(PluginTable.class.getClassLoader()) {});
    for (Kind kind : Kind.values()) {
      assertEquals(eager.names(kind), table.names(kind));
      assertEquals(eager.namesAndAliases(kind), table.namesAndAliases(kind));
    }
    assertEquals(eager.faults(), table.faults());
    assertEquals(eager.classes().size(), table.classes().size());
  }

  /** A word of each built-in leads to it, whether it is alone or among all. */
  @Test
  void eachIsFoundByEachOfItsNames() {
    PluginTable eager = PluginTable.load(new ClassLoader(PluginTable.class.getClassLoader()) {});
    for (Kind kind : Kind.values()) {
      for (String name : eager.namesAndAliases(kind)) {
        PluginTable fresh = PluginTable.load(PluginTable.class.getClassLoader());
        assertEquals(eager.find(kind, name).className(), fresh.find(kind, name).className());
      }
    }
  }

  private List<Class<?>> builtIns() {
    Stream<Class<?>> classes = table.classes().stream();
    return classes.filter(type -> type.getPackageName().startsWith("dev.nn.core.")).toList();
  }

  /** The stack of the caller is full, for which no provider can be blamed. */
  @Test
  void aFullStackCostsNoPlugin() throws InterruptedException {
    Thread deep = new Thread(null, () -> dive(0), "deep", 1 << 18);
    deep.setUncaughtExceptionHandler((thread, e) -> {});
    deep.start();
    deep.join();
    assertEquals(List.of(), table.faults());
    assertEquals("dense", table.find(Kind.LAYER, "dense").name());
    assertEquals("huber", table.find(Kind.LOSS, "huber").name());
  }

  private int dive(int depth) {
    try {
      return dive(depth + 1) + 1;
    } catch (StackOverflowError e) {
      return table.names(Kind.LAYER).size() + table.find(Kind.LOSS, "huber").name().length();
    }
  }
}

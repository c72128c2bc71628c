package dev.nn.testkit.check;

import dev.nn.api.Plugin;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;

/**
 * The rules that plugins have to keep, for programs that check plugins outside tests:
 *
 * <pre>{@code
 * PluginRegistry registry = PluginRegistry.load();
 * for (RuleResult result : Rules.in(registry).check(registry.activation("acme.bent"))) {
 *   System.out.println(result.rule() + " " + result.outcome() + " " + result.message());
 * }
 * }</pre>
 */
public final class Rules {
  private final PluginRegistry registry;
  private final Hints hints;

  private Rules(PluginRegistry registry, Hints hints) {
    this.registry = registry;
    this.hints = hints;
  }

  /**
   * Returns the rules for plugins in a registry. The plugins that are checked must be in it, each
   * as a fresh one with the default hyper-parameters, because plugins are made from that one when a
   * spec is read.
   */
  public static Rules in(PluginRegistry registry) {
    return new Rules(registry, Hints.NONE);
  }

  /** Returns the same with what the authors of the plugins know about them. */
  public Rules withHints(Hints hints) {
    return new Rules(registry, hints);
  }

  /**
   * Returns the rules for a plugin, first those for all plugins, then those of its kind.
   *
   * @throws SpecException if the plugin holds another one that the registry does not find, since no
   *     rule could be decided then
   */
  public List<Rule> of(Plugin plugin) {
    try {
      registry.resolve(plugin);
    } catch (SpecException missing) {
      throw missing;
    } catch (RuntimeException | Error broken) {
      // The rules meet it again, and those that it breaks say so.
    }
    return RuleCatalogue.of(plugin, registry, hints);
  }

  /**
   * Returns the outcome of every rule for a plugin. What the plugin throws breaks the rule, but
   * does not get out.
   *
   * @throws SpecException as {@link #of} does
   */
  public List<RuleResult> check(Plugin plugin) {
    return of(plugin).stream().map(Rule::result).toList();
  }
}

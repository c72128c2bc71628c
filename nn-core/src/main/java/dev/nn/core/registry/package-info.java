/**
 * How the registry works. Not exported; users see {@link dev.nn.core.PluginRegistry}.
 *
 * <p>{@link dev.nn.core.registry.PluginDiscovery} loads the providers that modules and services
 * files name, one by one, and keeps those that fail as faults. {@link
 * dev.nn.core.registry.PluginTable} says which plugin a name stands for, or what to type instead.
 * {@link dev.nn.core.registry.SpecBinder} makes a plugin of a spec: it reads each option as the
 * type that the prototype declares, and makes the plugins in it first.
 */
@NullMarked
package dev.nn.core.registry;

import org.jspecify.annotations.NullMarked;

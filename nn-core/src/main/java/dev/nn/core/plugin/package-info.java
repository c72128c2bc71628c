/**
 * How plugins are found by name and made from specs.
 *
 * <p>A {@link dev.nn.core.plugin.PluginRegistry} knows the plugins of a program. It also tells
 * where each of them came from ({@link dev.nn.core.plugin.PluginOrigin}) and why others could not
 * be loaded ({@link dev.nn.core.plugin.PluginFault}).
 *
 * <p>Behind it, discovery loads the providers that modules and services files name, one by one, so
 * that a bad one never disables the others. A table says which plugin a name stands for, or what to
 * type instead. A binder makes a plugin from a spec: it makes the plugins that are nested in it
 * first, and reads each option as the type that the prototype declares.
 */
@NullMarked
package dev.nn.core.plugin;

import org.jspecify.annotations.NullMarked;

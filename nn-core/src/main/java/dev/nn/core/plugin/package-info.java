/**
 * How plugins are found by name and made from specs. A {@link dev.nn.core.plugin.PluginRegistry}
 * knows the plugins of a program; it tells where each one came from ({@link
 * dev.nn.core.plugin.PluginOrigin}) and why others could not be loaded ({@link
 * dev.nn.core.plugin.PluginFault}).
 *
 * <p>Behind it, discovery loads the providers that modules and services files name, one by one, so
 * that a bad one never disables the others. A table says which plugin a name stands for, or what to
 * type instead, and a binder makes a plugin of a spec: it reads each option as the type that the
 * prototype declares, after making the plugins in it.
 */
@NullMarked
package dev.nn.core.plugin;

import org.jspecify.annotations.NullMarked;

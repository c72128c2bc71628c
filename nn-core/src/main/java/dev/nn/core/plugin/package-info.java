/**
 * What a {@link dev.nn.core.PluginRegistry} tells about plugins: where one comes from, and why one
 * could not be loaded.
 */
@NullMarked
package dev.nn.core.plugin;

import org.jspecify.annotations.NullMarked;

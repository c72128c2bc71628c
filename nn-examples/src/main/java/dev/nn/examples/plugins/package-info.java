/**
 * The commands about plugins, and the jars of {@code --plugins} and {@code NN_PLUGINS}, with a
 * check that says why a plugin was not found.
 */
@NullMarked
package dev.nn.examples.plugins;

import org.jspecify.annotations.NullMarked;

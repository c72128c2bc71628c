/**
 * The command that lists the installed plugins and describes them, and the check of {@code
 * NN_PLUGINS} that says why a plugin was not found.
 */
@NullMarked
package dev.nn.examples.plugins;

import org.jspecify.annotations.NullMarked;

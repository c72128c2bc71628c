/** The command that shows which plugins are installed, and what helps when one of them is not. */
@NullMarked
package dev.nn.examples.plugins;

import org.jspecify.annotations.NullMarked;

/** The example applications behind the {@code nn} command. */
@NullMarked
package dev.nn.examples;

import org.jspecify.annotations.NullMarked;

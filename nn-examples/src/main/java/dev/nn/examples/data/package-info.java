/**
 * What the commands learn from and are tested on. A command that needs the examples of another one,
 * such as {@code evaluate}, finds them here and divides them in the same way.
 */
@NullMarked
package dev.nn.examples.data;

import org.jspecify.annotations.NullMarked;

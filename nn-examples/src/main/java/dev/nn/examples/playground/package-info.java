/** The command that opens the playground, or does without a page what one has shown. */
@NullMarked
package dev.nn.examples.playground;

import org.jspecify.annotations.NullMarked;

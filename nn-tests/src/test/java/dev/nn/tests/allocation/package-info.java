/** What a training step leaves to the garbage collector: nothing. */
@NullMarked
package dev.nn.tests.allocation;

import org.jspecify.annotations.NullMarked;

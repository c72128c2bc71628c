/** The command {@code convert}, which makes a mapped data set of a table of any size. */
@NullMarked
package dev.nn.examples.convert;

import org.jspecify.annotations.NullMarked;

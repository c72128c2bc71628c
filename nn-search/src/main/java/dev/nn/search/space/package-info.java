/** The grammar of spaces: where the holes of a text are, and what can fill them. */
@NullMarked
package dev.nn.search.space;

import org.jspecify.annotations.NullMarked;

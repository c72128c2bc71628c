/** One training step written out in the symbols of the lecture. */
@NullMarked
package dev.nn.lecture.explain;

import org.jspecify.annotations.NullMarked;

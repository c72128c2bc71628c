/** One training step with every number that the engine computed in it. */
@NullMarked
package dev.nn.lecture.step;

import org.jspecify.annotations.NullMarked;

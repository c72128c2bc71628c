/**
 * A lecture on neural networks that can be run: what it states, and the experiments that show it.
 */
@NullMarked
package dev.nn.lecture;

import org.jspecify.annotations.NullMarked;

/** Commands that run a lecture on neural networks, and write out a training step in its symbols. */
@NullMarked
package dev.nn.examples.lecture;

import org.jspecify.annotations.NullMarked;

/** The built-in losses: one record each, found by name like those of third parties. */
@NullMarked
package dev.nn.core.loss;

import org.jspecify.annotations.NullMarked;

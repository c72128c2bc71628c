/** Points in the plane to learn from. */
@NullMarked
package dev.nn.playground.data;

import org.jspecify.annotations.NullMarked;

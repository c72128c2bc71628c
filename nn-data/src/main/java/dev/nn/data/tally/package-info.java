/** What a pass over many rows finds out in little memory: different values, the middle one. */
@NullMarked
package dev.nn.data.tally;

import org.jspecify.annotations.NullMarked;

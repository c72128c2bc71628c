/**
 * Products of few rows, whose columns several threads compute. A prediction of one example reads
 * all weights once and does little with them, so it takes about as long as reading the weights
 * does. Two cores that each read half of them need half the time.
 */
@NullMarked
package dev.nn.core.internal.split;

import org.jspecify.annotations.NullMarked;

/**
 * Products of few rows, whose columns several threads compute. A prediction of one example reads
 * all weights once and does little with them, so it is as fast as weights can be read: two cores
 * that read half of them each take half the time.
 */
@NullMarked
package dev.nn.core.internal.split;

import org.jspecify.annotations.NullMarked;

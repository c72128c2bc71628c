/**
 * What it takes to turn rows that do not fit in memory into a data set: a {@link
 * dev.nn.data.mapped.Spill} keeps the cells that a reader found in a temporary file, so that a text
 * is parsed once, and {@link dev.nn.data.mapped.SpilledDataset} encodes them block by block.
 */
@NullMarked
package dev.nn.data.mapped;

import org.jspecify.annotations.NullMarked;

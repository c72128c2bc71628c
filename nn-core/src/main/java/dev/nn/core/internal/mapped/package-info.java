/**
 * Data sets in files that are mapped into memory: {@link dev.nn.core.internal.mapped.DatasetWriter}
 * writes the rows of any data set one after the other, and {@link
 * dev.nn.core.internal.mapped.MappedDataset} reads them where they are, so that they take no heap.
 */
@NullMarked
package dev.nn.core.internal.mapped;

import org.jspecify.annotations.NullMarked;

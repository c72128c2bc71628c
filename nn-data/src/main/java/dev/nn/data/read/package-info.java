/**
 * Readers: each turns the bytes of one format into a {@link dev.nn.data.table.Table}. {@link
 * dev.nn.data.read.FileFormat} tells by the first bytes which format a file has. Sizes that a file
 * states are checked against what it holds before memory is taken, and whatever cannot be used is
 * refused with a {@link dev.nn.api.DataException} that names the place.
 */
@NullMarked
package dev.nn.data.read;

import org.jspecify.annotations.NullMarked;

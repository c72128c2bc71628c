/**
 * The readers, each of which turns the bytes of one format into a {@link dev.nn.data.table.Table}.
 *
 * <p>{@link dev.nn.data.read.FileFormat} recognises the format of a file by its first bytes. Sizes
 * that a file states are checked against what it holds before memory is allocated, and whatever
 * cannot be used is refused with a {@link dev.nn.api.DataException} that names the place.
 */
@NullMarked
package dev.nn.data.read;

import org.jspecify.annotations.NullMarked;

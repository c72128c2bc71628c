/**
 * Tables in memory.
 *
 * <p>A {@link dev.nn.data.table.Table} is a list of named columns of one length, and a {@link
 * dev.nn.data.table.Column} holds numbers, texts or dates, each of which may be missing. Nothing
 * here depends on where a table came from: {@code dev.nn.data} has the readers, and {@code
 * Table.of} makes one from maps or records.
 */
@NullMarked
package dev.nn.data.table;

import org.jspecify.annotations.NullMarked;

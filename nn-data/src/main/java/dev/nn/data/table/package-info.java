/**
 * Tables in memory: a {@link dev.nn.data.table.Table} is a list of named columns of one length, and
 * a {@link dev.nn.data.table.Column} holds numbers, texts or dates, each of which may be missing.
 * Nothing here knows where a table came from.
 */
@NullMarked
package dev.nn.data.table;

import org.jspecify.annotations.NullMarked;

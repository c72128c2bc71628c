/**
 * Commands for people with a table: {@code train} makes a model of it, {@code predict} uses the
 * model on new rows, and {@code describe} shows what the columns are taken for.
 */
@NullMarked
package dev.nn.examples.tables;

import org.jspecify.annotations.NullMarked;

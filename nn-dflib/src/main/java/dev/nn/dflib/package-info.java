/**
 * Data frames of <a href="https://dflib.org">DFLib</a> are learnt from and predicted without a file
 * in between: {@link dev.nn.dflib.DataFrames} makes tables of them, and data frames of tables.
 */
@NullMarked
package dev.nn.dflib;

import org.jspecify.annotations.NullMarked;

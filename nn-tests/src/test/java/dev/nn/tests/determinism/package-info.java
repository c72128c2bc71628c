/**
 * Training gives the same bits with any number of threads, any kernels and any width of vectors.
 */
@NullMarked
package dev.nn.tests.determinism;

import org.jspecify.annotations.NullMarked;

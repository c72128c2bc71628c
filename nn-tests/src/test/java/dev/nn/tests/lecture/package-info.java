/**
 * The statements of the lecture notes that this project implements, each shown by a test through
 * the public API. A batch is a matrix with one example per row here, so a kernel is stored as
 * inputs × units: the transpose of the notes' W.
 */
@NullMarked
package dev.nn.tests.lecture;

import org.jspecify.annotations.NullMarked;

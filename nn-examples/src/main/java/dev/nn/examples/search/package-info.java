/** The command {@code search}, which finds layers and an optimizer for a table. */
@NullMarked
package dev.nn.examples.search;

import org.jspecify.annotations.NullMarked;

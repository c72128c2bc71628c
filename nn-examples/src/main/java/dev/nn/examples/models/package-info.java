/**
 * The commands that work with a saved model or a checkpoint and do not train it any further: {@code
 * inspect} shows what the file holds, and {@code evaluate} tests how good the model is.
 */
@NullMarked
package dev.nn.examples.models;

import org.jspecify.annotations.NullMarked;

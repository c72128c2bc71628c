/** The commands that work with a saved model or a checkpoint, without training it any further. */
@NullMarked
package dev.nn.examples.models;

import org.jspecify.annotations.NullMarked;

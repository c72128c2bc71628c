/**
 * The examples that the commands learn from and are tested with. They have a package of their own
 * because {@code evaluate} has to find the same examples, divided in the same way, as the command
 * that trained the model.
 */
@NullMarked
package dev.nn.examples.data;

import org.jspecify.annotations.NullMarked;

/** What to train, on what and how, as a line of text that fits into an address. */
@NullMarked
package dev.nn.playground.recipe;

import org.jspecify.annotations.NullMarked;

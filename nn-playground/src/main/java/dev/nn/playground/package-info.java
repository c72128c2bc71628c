/**
 * A page on which one watches a network learn. {@link dev.nn.playground.Playground} serves it on
 * the loopback interface; the networks on it are trained by the engine, in the same process.
 *
 * <p>What a page shows is a {@link dev.nn.playground.recipe.Recipe}, one line of text that stands
 * in the address. From it the same training can be had without any page, to the same weights.
 */
@NullMarked
package dev.nn.playground;

import org.jspecify.annotations.NullMarked;

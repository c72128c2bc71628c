/**
 * Does for a single plugin what the engine does: batches, buffers and tiles are made and handed
 * over as in a training step, with canaries around each of them.
 *
 * <p>The checks let a plugin work here and look at what it leaves behind. This package also looks
 * for inputs that a plugin accepts, because a rule says nothing about a plugin that refuses what it
 * is given. It does not know the rules themselves.
 */
@NullMarked
package dev.nn.testkit.bench;

import org.jspecify.annotations.NullMarked;

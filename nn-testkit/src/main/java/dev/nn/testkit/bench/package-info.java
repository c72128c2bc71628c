/**
 * What an engine does, done for one plugin: batches, buffers and tiles are made and handed over as
 * in a training step, with canaries around each of them. The checks let a plugin work here and look
 * at what it leaves behind. This package looks for inputs that a plugin accepts, since a rule says
 * nothing about a plugin that refuses what it is given; it does not know the rules themselves.
 */
@NullMarked
package dev.nn.testkit.bench;

import org.jspecify.annotations.NullMarked;

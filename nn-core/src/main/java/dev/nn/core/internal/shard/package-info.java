/**
 * A training whose rows lie in several places. What a shard computes from its rows and what is
 * computed from the results of all shards are functions of their arguments, which anybody may
 * compute anywhere, and again, with the same bits.
 */
@NullMarked
package dev.nn.core.internal.shard;

import org.jspecify.annotations.NullMarked;

/**
 * Trainings in progress. Each has a thread of its own; whoever wants to show it takes {@linkplain
 * dev.nn.playground.run.Snapshot snapshots} and works out what is to be seen in them.
 */
@NullMarked
package dev.nn.playground.run;

import org.jspecify.annotations.NullMarked;

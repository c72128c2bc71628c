/**
 * Work that several threads share. A {@code Crew} of threads goes through the parts of a step
 * together, {@code SharedWork} and {@code TileQueue} hand out pieces of it, and {@code Pace}
 * decides how many threads pay. Nothing here knows of networks.
 */
@NullMarked
package dev.nn.core.internal.parallel;

import org.jspecify.annotations.NullMarked;

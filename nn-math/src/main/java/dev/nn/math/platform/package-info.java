/**
 * Tells an application what its mathematics runs on: vectors of how many bits or scalar code, and
 * what would make it faster. The results are the same everywhere.
 */
@NullMarked
package dev.nn.math.platform;

import org.jspecify.annotations.NullMarked;

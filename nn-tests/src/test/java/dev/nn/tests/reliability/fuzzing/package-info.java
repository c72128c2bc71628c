/**
 * Files and texts that are damaged at random: typed errors only, and no more memory than a file may
 * ask for.
 */
@NullMarked
package dev.nn.tests.reliability.fuzzing;

import org.jspecify.annotations.NullMarked;

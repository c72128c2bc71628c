/** The contract tests that third parties get, on all of our own plugins. */
@NullMarked
package dev.nn.tests.contract;

import org.jspecify.annotations.NullMarked;

/** The kit against plugins that keep the rules, and against plugins that each break one. */
@NullMarked
package dev.nn.testkit;

import org.jspecify.annotations.NullMarked;

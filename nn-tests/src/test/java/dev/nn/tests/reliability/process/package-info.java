/** What needs a process of its own: one that is killed or interrupted, or has little memory. */
@NullMarked
package dev.nn.tests.reliability.process;

import org.jspecify.annotations.NullMarked;

/** Whoever uses the framework is never left with a wrong answer that looks right. */
@NullMarked
package dev.nn.tests.silence;

import org.jspecify.annotations.NullMarked;

/** What stands behind the rules, tested without them. */
@NullMarked
package dev.nn.testkit.check;

import org.jspecify.annotations.NullMarked;

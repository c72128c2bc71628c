/** What stands behind the rules, tested without them. */
@NullMarked
package dev.nn.testkit.measure;

import org.jspecify.annotations.NullMarked;

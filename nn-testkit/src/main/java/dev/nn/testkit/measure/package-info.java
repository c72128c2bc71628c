/**
 * Numbers, and how they are judged: bit for bit, against central differences, at kinks, far out, or
 * as a mean of random draws. Nothing here knows what a plugin is. A finding is thrown, either as a
 * failure ({@link dev.nn.testkit.measure.Fail}) or as the reason why there is no verdict ({@link
 * dev.nn.testkit.measure.Skip}), with the exceptions of opentest4j that all test frameworks of the
 * JVM understand, so that a check can be called from any of them and from none.
 */
@NullMarked
package dev.nn.testkit.measure;

import org.jspecify.annotations.NullMarked;

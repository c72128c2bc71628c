/**
 * The rules for plugins, each as a separate check, and all of them together in {@link
 * dev.nn.testkit.check.Rules}. Nothing here needs JUnit, so a program can check a plugin that was
 * just installed as well as a test can.
 *
 * <p>Every rule has a number: P for all plugins, A for activations, I for initializers, L for
 * losses, N for layers, O for optimizers, S for schedules. Every failure begins with the number of
 * its rule, because that is what a reader looks up. A rule that cannot be decided for a plugin is
 * skipped, with the reason, because people would believe that a rule that is reported as passed has
 * been examined.
 *
 * <p>A check that is called alone, such as {@link
 * dev.nn.testkit.check.ActivationChecks#derivative}, throws an {@link AssertionError} if the rule
 * is broken and a {@code TestAbortedException} of opentest4j if it is skipped. What the plugin
 * itself throws comes out as it is, whereas {@link dev.nn.testkit.check.Rule} turns that into a
 * failure too.
 */
@NullMarked
package dev.nn.testkit.check;

import org.jspecify.annotations.NullMarked;

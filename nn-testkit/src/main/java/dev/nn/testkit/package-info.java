/**
 * Contract tests for plugins. The author of a plugin writes a test that implements the interface of
 * its kind, such as {@link dev.nn.testkit.ActivationContract}, and says which plugin is meant;
 * JUnit then runs one test for each rule. {@link dev.nn.testkit.RegistryContract} does the same for
 * every plugin of a registry.
 *
 * <p>The interfaces are a thin face: what a rule means, and how it is decided, is in {@link
 * dev.nn.testkit.check}, which needs no JUnit.
 */
@NullMarked
package dev.nn.testkit;

import org.jspecify.annotations.NullMarked;

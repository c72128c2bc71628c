/**
 * Contract tests for plugins. The author of a plugin writes a test that implements the interface of
 * its kind and says which plugin is meant, and JUnit then runs one test for each rule:
 *
 * <pre>{@code
 * class CubeTest implements ActivationContract {
 *   @Override
 *   public Activation plugin() {
 *     return new Cube();
 *   }
 * }
 * }</pre>
 *
 * <p>{@link dev.nn.testkit.RegistryContract} does the same for every plugin of a registry. The
 * interfaces are only the JUnit side: what a rule means, and how it is decided, is in {@link
 * dev.nn.testkit.check}, which needs no JUnit.
 */
@NullMarked
package dev.nn.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * Comparison with other implementations. The vectors lie beside the project in {@code
 * ../shared/conformance} and are read at run time; where that folder is absent the tests abort.
 *
 * <p>Each case of a file becomes a {@link dev.nn.tests.conformance.vector.Plan}: something to check
 * through the public API, or what it waits for. The adapters here translate operators, not single
 * cases, so a case runs as soon as the plugin of its operator is installed.
 */
@NullMarked
package dev.nn.tests.conformance;

import org.jspecify.annotations.NullMarked;

/**
 * What {@code docs/conformance.md} says: every plugin against the golden numbers of other
 * implementations that lie in the modules' test resources, with the largest error. An oracle per
 * kind reads the files and fills in {@link dev.nn.tests.conformance.document.Findings}; {@link
 * dev.nn.tests.conformance.document.ConformanceDocument} renders them. {@link
 * dev.nn.tests.conformance.document.VectorTable} adds what came of the cases of other projects,
 * where they are.
 */
@NullMarked
package dev.nn.tests.conformance.document;

import org.jspecify.annotations.NullMarked;

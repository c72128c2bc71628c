/**
 * Other people's projects: sources below {@code src/test/plugins} that a test compiles as their
 * authors would, against what they would have, and loads as their users would.
 */
@NullMarked
package dev.nn.tests.project;

import org.jspecify.annotations.NullMarked;

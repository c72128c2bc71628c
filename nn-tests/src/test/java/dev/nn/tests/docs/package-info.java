/** Tests of what the documents show. */
@NullMarked
package dev.nn.tests.docs;

import org.jspecify.annotations.NullMarked;

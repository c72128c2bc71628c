/** jcstress tests beside the classes that they test, of which not all are public. */
@NullMarked
package dev.nn.core.internal.parallel;

import org.jspecify.annotations.NullMarked;

/** What an experiment states and what it finds: figures, and a verdict that follows from them. */
@NullMarked
package dev.nn.lecture.result;

import org.jspecify.annotations.NullMarked;

/** What an experiment draws, as values, and how XChart puts it into a file. */
@NullMarked
package dev.nn.lecture.picture;

import org.jspecify.annotations.NullMarked;

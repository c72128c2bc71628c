/** The page on a model that commands write if they are asked for one. */
@NullMarked
package dev.nn.examples.report;

import org.jspecify.annotations.NullMarked;

/**
 * The experiments, one a file. Each is a record whose components are what a test changes to see the
 * verdict change.
 */
@NullMarked
package dev.nn.lecture.experiment;

import org.jspecify.annotations.NullMarked;

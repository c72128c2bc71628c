/** The sections of a report, one class each: what they are made from, and what is said about it. */
@NullMarked
package dev.nn.report.section;

import org.jspecify.annotations.NullMarked;

/**
 * What became of a training, for people to look at. {@link dev.nn.report.Report} is one HTML file
 * that needs nothing else; {@link dev.nn.report.Plots} makes single pictures, as PNG or SVG.
 *
 * <p>A report is made of sections, each of which leaves itself out where it has nothing to tell.
 * Sections are HTML; the numbers of their charts travel beside it as JSON, and a script on the page
 * hands them to Apache ECharts, which is carried inside.
 */
@NullMarked
package dev.nn.report;

import org.jspecify.annotations.NullMarked;

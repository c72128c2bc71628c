/**
 * What a page is made of: sections with tables and charts, small pictures, and the files of the
 * page. Texts are escaped where they become HTML or JSON, so that names from a table may hold
 * anything.
 */
@NullMarked
package dev.nn.report.page;

import org.jspecify.annotations.NullMarked;

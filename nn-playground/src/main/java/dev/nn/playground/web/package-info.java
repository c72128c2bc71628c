/** The page, and what its script asks for over HTTP. */
@NullMarked
package dev.nn.playground.web;

import org.jspecify.annotations.NullMarked;

/** Model files and checkpoints: damaged, crafted, older, newer, and read by other tools. */
@NullMarked
package dev.nn.tests.reliability.files;

import org.jspecify.annotations.NullMarked;

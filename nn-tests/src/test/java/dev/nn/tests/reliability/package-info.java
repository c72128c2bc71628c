/**
 * What is promised for when things go wrong: damaged and hostile files, killed processes, failing
 * disks, runs that diverge. What takes minutes is tagged {@code exhaustive} and has a smaller
 * sibling in every build; {@code docs/reliability.md} lists both.
 */
@NullMarked
package dev.nn.tests.reliability;

import org.jspecify.annotations.NullMarked;

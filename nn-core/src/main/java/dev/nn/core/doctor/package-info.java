/**
 * What is installed and what is wrong with it: {@link dev.nn.core.doctor.Doctor#report()} looks at
 * the plugins, the class loaders, the processor and the memory of the running program, and says
 * what to do about each thing that it finds.
 */
@NullMarked
package dev.nn.core.doctor;

import org.jspecify.annotations.NullMarked;

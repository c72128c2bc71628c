/**
 * Registers plugins while they are compiled. {@link dev.nn.processor.NnPluginProcessor} collects
 * the classes that are marked with {@code @NnPlugin}, looks for mistakes in them, and writes their
 * names into the services files of their kinds. Where it reads source code, it uses the tree
 * interface of {@code javac}; under another compiler, the checks that need it are left out.
 */
@NullMarked
package dev.nn.processor;

import org.jspecify.annotations.NullMarked;

package dev.nn.processor;

import javax.lang.model.element.Element;

/**
 * What is wrong with a plugin.
 *
 * @param place what the compiler points at
 */
record Mistake(Element place, String message) {}

package dev.nn.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a plugin that has to be found by its name. The module {@code nn-processor}, an annotation
 * processor, then registers it while it is compiled:
 *
 * <pre>{@code
 * @NnPlugin
 * public record Cube() implements ElementwiseActivation {
 *   public String name() { return "acme.cube"; }
 *   public float value(float z) { return z * z * z; }
 *   public float derivative(float z, float a) { return 3 * z * z; }
 * }
 * }</pre>
 *
 * <p>The processor writes the class into {@code META-INF/services/} for its kind and adds to what
 * is there. If the class is in a named module whose {@code module-info.java} does not provide it,
 * that is an error of the compiler, and the message has the line to add. So are mistakes that would
 * show up at run time only: a class that cannot be made without arguments, a component of a record
 * that {@link Plugin#options()} does not mention, and a name without a prefix or one that two
 * classes have.
 *
 * <p>Without the processor the annotation means nothing. It is gone at run time, and a plugin that
 * is registered by hand does not need it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface NnPlugin {}

package dev.nn.core.internal.architecture;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Layer;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.expression.ExpressionActivation;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

/**
 * Gives each class of elementwise activations loops that no other class runs through.
 *
 * <p>The loops of {@link ElementwiseActivation} are one piece of code for all. Once several classes
 * have run through them, the compiler of the virtual machine cannot tell which function a loop will
 * call, so it neither inlines the function nor uses vectors. A hidden copy of {@link
 * ElementwiseLoop} for each class knows one function only.
 */
final class OwnLoops {
  private static final MethodType CONSTRUCTOR =
      MethodType.methodType(void.class, ElementwiseActivation.class, boolean.class, boolean.class);

  /** The copies, each of which lives as long as its class of activations. */
  private static final ClassValue<MethodHandle> COPIES =
      new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> activation) {
          return constructorOfCopy();
        }
      };

  private OwnLoops() {}

  /**
   * The layer as it is to run: the same, with the elementwise activations among its options in
   * loops of their own.
   */
  static Layer in(Layer layer) {
    Options options = layer.options();
    Options configured = options;
    for (String name : options.names()) {
      OptionType type = options.type(name);
      if (type instanceof OptionType.PluginOf
          && options.value(name) instanceof ElementwiseActivation g) {
        configured = configured.with(name, type, of(g));
      }
    }
    return configured.equals(options) ? layer : layer.withOptions(configured);
  }

  /** The activation itself, if it has loops. */
  private static Activation of(ElementwiseActivation given) {
    ElementwiseActivation g = compiled(given);
    boolean hasForward = has(g, "forward", Matrix.class, Matrix.class);
    boolean hasBackward =
        has(g, "backward", Matrix.class, Matrix.class, Matrix.class, Matrix.class);
    if (hasForward && hasBackward) {
      return g;
    }
    try {
      return (Activation) COPIES.get(g.getClass()).invoke(g, hasForward, hasBackward);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** An activation that has nothing but a formula is compiled first. */
  private static ElementwiseActivation compiled(ElementwiseActivation g) {
    boolean isFormula =
        g instanceof ExpressionActivation
            && isInherited(g, "value", float.class)
            && isInherited(g, "derivative", float.class, float.class)
            && isInherited(g, "forward", Matrix.class, Matrix.class)
            && isInherited(g, "backward", Matrix.class, Matrix.class, Matrix.class, Matrix.class);
    return isFormula ? CompiledFormulas.of((ExpressionActivation) g) : g;
  }

  private static boolean isInherited(
      ElementwiseActivation g, String method, Class<?>... parameters) {
    return declaring(g, method, parameters) == ExpressionActivation.class;
  }

  private static boolean has(ElementwiseActivation g, String loop, Class<?>... parameters) {
    return declaring(g, loop, parameters) != ElementwiseActivation.class;
  }

  /** The type that says what a method of a plugin does. */
  static Class<?> declaring(Plugin plugin, String method, Class<?>... parameters) {
    try {
      return plugin.getClass().getMethod(method, parameters).getDeclaringClass();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle constructorOfCopy() {
    String file = ElementwiseLoop.class.getSimpleName() + ".class";
    try (InputStream code =
        Objects.requireNonNull(ElementwiseLoop.class.getResourceAsStream(file), file)) {
      MethodHandles.Lookup copy =
          MethodHandles.lookup().defineHiddenClass(code.readAllBytes(), true);
      return copy.findConstructor(copy.lookupClass(), CONSTRUCTOR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

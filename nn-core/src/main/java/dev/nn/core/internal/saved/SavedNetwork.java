package dev.nn.core.internal.saved;

import dev.nn.api.Kind;
import dev.nn.api.ModelFormatException;
import dev.nn.api.NnException;
import dev.nn.api.PluginException;
import dev.nn.api.Printable;
import dev.nn.api.ShapeException;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.plugin.Culprit;
import dev.nn.core.plugin.PluginRegistry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the network of a file out of what its metadata says. */
public final class SavedNetwork {
  private static final long METADATA_OFFSET = Long.BYTES;
  private static final Pattern NAME = Pattern.compile("[\\w.-]+");

  private SavedNetwork() {}

  /**
   * Makes the network; what only training needs may be missing.
   *
   * @param source the file's path, for messages
   * @throws PluginException if a plugin is not installed, with where it came from in the message;
   *     or if one refuses its options
   * @throws ModelFormatException if the layers are no specs; or if they, or the network and what it
   *     is said to predict, do not fit together
   */
  static Architecture of(ModelMetadata metadata, PluginRegistry registry, String source) {
    checkSpecs(metadata.network(), source);
    PluginRegistry lenient = registry.lenient(Kind.INITIALIZER);
    try {
      Architecture architecture =
          Architecture.of(metadata.input(), lenient.layers(metadata.network()), lenient::resolve);
      checkTargets(metadata, architecture.output().size(), registry, source);
      return architecture;
    } catch (SpecException e) {
      throw new PluginException(
          Printable.lines(
              "%s: the network cannot be made: %s%s"
                  .formatted(source, e.getMessage(), missing(metadata, registry))),
          e);
    } catch (PluginFailure e) {
      NnException named = Culprit.exception(e.suspects(), e.doing(), e.thrown());
      throw new PluginException(
          Printable.lines(source + ": the network cannot be made: " + named.getMessage()),
          e.thrown());
    } catch (ShapeException e) {
      throw new ModelFormatException(
          source, METADATA_OFFSET, "the network does not fit together: " + e.getMessage(), e);
    }
  }

  private static void checkSpecs(String network, String source) {
    try {
      Spec.parseList(network);
    } catch (SpecException e) {
      throw new ModelFormatException(
          source,
          METADATA_OFFSET,
          "the network cannot be read: %s%s, at position %s of its text"
              .formatted(unknownLayer(network, e), e.problem(), e.position() + 1),
          e);
    }
  }

  /**
   * Whether an exception says that a plugin is missing, rather than that it refuses its options.
   */
  static boolean isOfMissingPlugin(PluginException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof PluginException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Before a network is written.
   *
   * @throws NnException if it is so large that no file with it could be read again
   */
  public static void checkReadable(Architecture architecture) {
    try {
      Spec.parseList(architecture.spec());
    } catch (SpecException e) {
      throw new NnException(
          "a network of %s layers cannot be saved, because its file could not be read again: %s; make it smaller"
              .formatted(architecture.layers().size(), e.problem()),
          e);
    }
  }

  /** A layer whose name no plugin can have is as unknown as one that is not installed. */
  private static String unknownLayer(String network, SpecException e) {
    Matcher name = NAME.matcher(network).region(e.position(), network.length());
    boolean isOption = network.substring(0, e.position()).stripTrailing().endsWith("=");
    return !isOption && name.lookingAt() && !Spec.isLegalName(name.group())
        ? "unknown layer: "
        : "";
  }

  private static String missing(ModelMetadata metadata, PluginRegistry registry) {
    return MissingPlugins.advice(
        MissingPlugins.of(metadata.plugins(), Spec.parseList(metadata.network()), registry),
        "model");
  }

  /** The loss of the training knows how many targets go with so many outputs. */
  private static void checkTargets(
      ModelMetadata metadata, int outputs, PluginRegistry registry, String source) {
    Optional<Integer> expected =
        metadata.training().isEmpty()
            ? Optional.of(outputs)
            : targetColumns(metadata.training().get().loss(), outputs, registry);
    if (metadata.targets().isEmpty() || expected.isEmpty()) {
      return;
    }
    Targets targets = metadata.targets().get();
    if (targets.columns() != expected.get()) {
      throw new ModelFormatException(
          source,
          METADATA_OFFSET,
          "the metadata says that the model predicts %s, but its network has %s outputs, which are for %s"
              .formatted(describe(targets), outputs, expected.get()));
    }
  }

  private static String describe(Targets targets) {
    if (targets instanceof Targets.Classes) {
      return targets.columns() + " classes";
    }
    return targets instanceof Targets.Binary
        ? "yes or no, 1 number"
        : targets.columns() + " numbers";
  }

  /** Nothing if the loss is not installed: who only predicts does not need it. */
  private static Optional<Integer> targetColumns(
      String loss, int outputs, PluginRegistry registry) {
    try {
      return Optional.of(registry.loss(loss).targetColumns(outputs));
    } catch (ShapeException e) {
      throw e;
    } catch (NnException e) {
      return Optional.empty();
    }
  }
}

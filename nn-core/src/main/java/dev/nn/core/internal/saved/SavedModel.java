package dev.nn.core.internal.saved;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.CompressedParameters;
import org.jspecify.annotations.Nullable;

/** What a model file holds. The array of parameters belongs to whoever read it. */
public final class SavedModel {
  private final Architecture architecture;
  private final float[] parameters;
  private final @Nullable CompressedParameters compressed;
  private final Provenance provenance;

  /** Takes the array over. */
  SavedModel(
      Architecture architecture,
      float[] parameters,
      @Nullable CompressedParameters compressed,
      Provenance provenance) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.compressed = compressed;
    this.provenance = provenance;
  }

  public Architecture architecture() {
    return architecture;
  }

  /** The flat array itself. */
  public float[] parameters() {
    return parameters;
  }

  /** The parameters once more, if the file holds them in a compressed form. */
  public @Nullable CompressedParameters compressed() {
    return compressed;
  }

  public Provenance provenance() {
    return provenance;
  }
}

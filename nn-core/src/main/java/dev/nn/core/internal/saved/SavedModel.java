package dev.nn.core.internal.saved;

import dev.nn.core.internal.architecture.Architecture;

/** What a model file holds. The array of parameters belongs to whoever read it. */
public final class SavedModel {
  private final Architecture architecture;
  private final float[] parameters;
  private final Provenance provenance;

  /** Takes the array over. */
  SavedModel(Architecture architecture, float[] parameters, Provenance provenance) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.provenance = provenance;
  }

  public Architecture architecture() {
    return architecture;
  }

  /** The flat array itself. */
  public float[] parameters() {
    return parameters;
  }

  public Provenance provenance() {
    return provenance;
  }
}

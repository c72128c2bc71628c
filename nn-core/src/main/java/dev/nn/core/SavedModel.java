package dev.nn.core;

import dev.nn.core.engine.Architecture;

/** What a model file holds. The array of parameters belongs to whoever read it. */
final class SavedModel {
  private final Architecture architecture;
  private final float[] parameters;
  private final Provenance provenance;

  /** Takes the array over. */
  SavedModel(Architecture architecture, float[] parameters, Provenance provenance) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.provenance = provenance;
  }

  Architecture architecture() {
    return architecture;
  }

  /** The flat array itself. */
  float[] parameters() {
    return parameters;
  }

  Provenance provenance() {
    return provenance;
  }
}

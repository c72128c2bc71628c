package dev.nn.api;

import java.util.Locale;

/** The six kinds of plugin, with the words that messages use for them. */
public enum Kind {
  ACTIVATION(Activation.class),
  INITIALIZER(Initializer.class),
  LAYER(Layer.class),
  LOSS(Loss.class),
  OPTIMIZER(Optimizer.class),
  SCHEDULE(Schedule.class);

  private final Class<? extends Plugin> type;

  Kind(Class<? extends Plugin> type) {
    this.type = type;
  }

  /**
   * Returns the interface that plugins of this kind implement. Its name is that of their service.
   */
  public Class<? extends Plugin> type() {
    return type;
  }

  /** Returns the kind of a plugin. */
  public static Kind of(Plugin plugin) {
    for (Kind kind : values()) {
      if (kind.type.isInstance(plugin)) {
        return kind;
      }
    }
    throw new AssertionError("Plugin is sealed: " + plugin.getClass());
  }

  /** Returns the word for one plugin of this kind, such as {@code activation}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the word for several, such as {@code losses}. */
  public String plural() {
    return this + (this == LOSS ? "es" : "s");
  }

  /** Returns the word with its article, such as {@code an activation}. */
  public String withArticle() {
    return ("aeio".indexOf(toString().charAt(0)) >= 0 ? "an " : "a ") + this;
  }
}

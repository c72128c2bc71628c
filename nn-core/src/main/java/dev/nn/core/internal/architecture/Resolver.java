package dev.nn.core.internal.architecture;

import dev.nn.api.Plugin;

/** Replaces references to plugins by the plugins themselves, as a registry does. */
public interface Resolver {

  /** The same plugin without references in it. */
  <P extends Plugin> P resolve(P plugin);
}

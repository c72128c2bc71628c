package dev.nn.core.plugin;

import dev.nn.api.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.Optional;
import java.util.jar.Manifest;

/**
 * The version of the plugin interface that a jar was built against, as its manifest states it. A
 * jar that states none is taken to fit.
 */
final class SpiVersion {
  /** The attribute of the manifest's main section. */
  static final String ATTRIBUTE = "NN-SPI-Version";

  /** The oldest version whose plugins still run. */
  private static final int OLDEST = 1;

  private SpiVersion() {}

  /** Why the plugins that a services file names cannot run here, if so. */
  static Optional<String> problemOf(URL servicesFile) {
    try {
      // It is in META-INF/services, and this keeps the way in which its class loader opens files.
      return problemIn(new URL(servicesFile, "../MANIFEST.MF"));
    } catch (MalformedURLException e) {
      return Optional.empty();
    }
  }

  /** Why the plugins of a module that was found in a place cannot run here, if so. */
  static Optional<String> problemOf(URI module) {
    try {
      String place = module.toString();
      String root = place.endsWith("/") ? place : "jar:" + place + "!/";
      return place.startsWith("file:")
          ? problemIn(new URL(root + "META-INF/MANIFEST.MF"))
          : Optional.empty();
    } catch (MalformedURLException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> problemIn(URL manifest) {
    try {
      URLConnection connection = manifest.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return Optional.ofNullable(new Manifest(in).getMainAttributes().getValue(ATTRIBUTE))
            .flatMap(SpiVersion::problem);
      }
    } catch (IOException e) {
      // Without a manifest that can be read nothing is stated.
      return Optional.empty();
    }
  }

  /** What is wrong with a stated version, if anything is. */
  static Optional<String> problem(String stated) {
    if (!stated.strip().matches("\\d{1,9}")) {
      return Optional.of(
          "its manifest says %s: %s, which is no whole number; the version to state is %s"
              .formatted(ATTRIBUTE, stated, Plugin.SPI_VERSION));
    }
    int version = Integer.parseInt(stated.strip());
    if (version > Plugin.SPI_VERSION) {
      return Optional.of(
          "it was built against version %s of the plugin interface and this framework has %s; use a newer framework, or the plugin in a version for this one"
              .formatted(version, Plugin.SPI_VERSION));
    }
    return version < OLDEST
        ? Optional.of(
            "it was built against version %s of the plugin interface and this framework runs no plugins older than %s; use the plugin in a newer version"
                .formatted(version, OLDEST))
        : Optional.empty();
  }
}

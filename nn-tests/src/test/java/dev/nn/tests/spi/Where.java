package dev.nn.tests.spi;

/** How an application and its plugins can be started. */
enum Where {
  CLASS_PATH,
  MODULE_PATH
}

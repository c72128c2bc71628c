package dev.nn.math.kernel;

/** What one thread needs besides its operands to compute products. */
final class Workspace {
  final PanelProduct product = new PanelProduct();
  final PanelDot dot = new PanelDot();
}

package dev.nn.api;

record ScheduleReference(Spec spec) implements Schedule, Reference {
  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public double rate(long step, double[] state) {
    throw unresolved();
  }
}

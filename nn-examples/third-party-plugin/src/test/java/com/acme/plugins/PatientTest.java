package com.acme.plugins;

import dev.nn.api.Schedule;
import dev.nn.testkit.ScheduleContract;

class PatientTest implements ScheduleContract {
  @Override
  public Schedule plugin() {
    return new Patient(0.05, 3);
  }
}

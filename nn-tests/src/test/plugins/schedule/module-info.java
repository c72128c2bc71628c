module acme.schedule {
  requires dev.nn.api;

  provides dev.nn.api.Schedule with
      acme.schedule.Patient;
}

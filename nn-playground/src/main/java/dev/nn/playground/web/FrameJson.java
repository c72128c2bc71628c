package dev.nn.playground.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.nn.playground.run.Frame;
import dev.nn.playground.run.Snapshot;
import java.io.IOException;
import java.util.Locale;

/** A frame as the page draws it. */
final class FrameJson {
  private FrameJson() {}

  static byte[] of(Frame frame) {
    return Json.of(json -> write(frame, json));
  }

  private static void write(Frame frame, JsonGenerator json) throws IOException {
    Snapshot snapshot = frame.snapshot();
    json.writeNumberField("steps", snapshot.steps());
    json.writeNumberField("epoch", snapshot.epoch());
    Json.number(json, "speed", snapshot.stepsPerSecond());
    json.writeStringField("state", snapshot.state().name().toLowerCase(Locale.ROOT));
    json.writeStringField("message", snapshot.message());
    json.writeStringField("sha256", snapshot.model().weightsSha256());
    Json.number(json, "trainLoss", frame.trainLoss());
    Json.number(json, "testLoss", frame.testLoss());
    Json.number(json, "trainAccuracy", frame.trainAccuracy());
    Json.number(json, "testAccuracy", frame.testAccuracy());
    json.writeBinaryField("answers", frame.answers());
    if (frame.leads().isPresent()) {
      json.writeBinaryField("leads", frame.leads().get());
    }
    json.writeArrayFieldStart("neurons");
    for (byte[] layer : frame.pictures()) {
      json.writeBinary(layer);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("weights");
    for (Frame.Weights layer : frame.weights()) {
      json.writeStartObject();
      Json.floats(json, "kernel", layer.kernel());
      Json.floats(json, "bias", layer.bias());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (frame.layers().isPresent()) {
      json.writeArrayFieldStart("layers");
      for (Frame.LayerState layer : frame.layers().get()) {
        write(layer, json);
      }
      json.writeEndArray();
    }
  }

  private static void write(Frame.LayerState layer, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Json.number(json, "gradient", layer.gradient());
    if (layer.health().isPresent()) {
      json.writeNumberField("dead", layer.health().get().dead());
      json.writeNumberField("saturated", layer.health().get().saturated());
      json.writeStringField("problem", layer.health().get().problem().orElse(""));
    }
    json.writeEndObject();
  }
}

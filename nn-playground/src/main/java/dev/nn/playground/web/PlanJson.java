package dev.nn.playground.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.nn.api.Kind;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.playground.data.Points;
import dev.nn.playground.recipe.Plan;
import dev.nn.playground.recipe.Recipe;
import java.io.IOException;
import java.util.Map;

/** What a page needs to know of a new run. */
final class PlanJson {
  private PlanJson() {}

  static byte[] of(Run run, PluginRegistry registry) {
    Plan plan = run.training().plan();
    Recipe recipe = plan.recipe();
    return Json.of(
        json -> {
          json.writeStringField("id", run.id());
          json.writeStringField("address", recipe.at(0).toString());
          json.writeNumberField("steps", recipe.steps());
          json.writeNumberField("classes", plan.train().classes());
          json.writeObjectFieldStart("recipe");
          json.writeStringField("data", recipe.data());
          json.writeNumberField("count", recipe.count());
          json.writeNumberField("noise", recipe.noise());
          json.writeStringField("seed", String.valueOf(recipe.seed()));
          json.writeArrayFieldStart("layers");
          for (int width : recipe.layers()) {
            json.writeNumber(width);
          }
          json.writeEndArray();
          plugin(json, "activation", Kind.ACTIVATION, recipe.activation(), registry);
          plugin(json, "initializer", Kind.INITIALIZER, recipe.initializer(), registry);
          if (recipe.output().isPresent()) {
            plugin(json, "output", Kind.ACTIVATION, recipe.output().get(), registry);
          }
          plugin(json, "loss", Kind.LOSS, recipe.loss(), registry);
          plugin(json, "optimizer", Kind.OPTIMIZER, recipe.optimizer(), registry);
          json.writeNumberField("batch", recipe.batch());
          json.writeNumberField("l1", recipe.l1());
          json.writeNumberField("l2", recipe.l2());
          json.writeEndObject();
          json.writeNumberField("outputs", plan.goal().outputs());
          json.writeStringField("outputActivation", plan.goal().activation());
          points(json, "train", plan.train());
          points(json, "test", plan.test());
        });
  }

  /** A spec taken apart: the plugin's own name and the options that are written. */
  private static void plugin(
      JsonGenerator json, String key, Kind kind, String text, PluginRegistry registry)
      throws IOException {
    Spec spec = Spec.parse(text);
    json.writeObjectFieldStart(key);
    json.writeStringField("name", registry.create(kind, spec).name());
    json.writeObjectFieldStart("options");
    for (Map.Entry<String, SpecValue> option : spec.options().entrySet()) {
      json.writeStringField(option.getKey(), option.getValue().toString());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void points(JsonGenerator json, String name, Points points) throws IOException {
    json.writeArrayFieldStart(name);
    for (Points.Point point : points.points()) {
      json.writeStartArray();
      json.writeNumber(point.x());
      json.writeNumber(point.y());
      json.writeNumber(point.label());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}

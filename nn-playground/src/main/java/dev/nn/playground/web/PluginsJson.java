package dev.nn.playground.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.nn.api.Kind;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.plugin.PluginOrigin;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** All plugins that a page offers, with their options. */
final class PluginsJson {
  private static final List<Kind> KINDS =
      List.of(Kind.ACTIVATION, Kind.INITIALIZER, Kind.LOSS, Kind.OPTIMIZER);

  private PluginsJson() {}

  static byte[] of(PluginRegistry registry) {
    return Json.of(
        json -> {
          for (Kind kind : KINDS) {
            json.writeArrayFieldStart(kind.toString());
            for (Plugin plugin : registry.plugins(kind)) {
              write(json, plugin, registry);
            }
            json.writeEndArray();
          }
        });
  }

  private static void write(JsonGenerator json, Plugin plugin, PluginRegistry registry)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", plugin.name());
    json.writeStringField("description", plugin.description());
    json.writeStringField(
        "artifact", registry.origin(plugin).map(PluginOrigin::artifact).orElse(""));
    json.writeArrayFieldStart("options");
    Options options = plugin.options();
    Map<String, SpecValue> defaults = Spec.of(plugin).options();
    for (String option : options.names()) {
      json.writeStartObject();
      json.writeStringField("name", option);
      json.writeStringField("type", options.type(option).toString());
      json.writeBooleanField("flag", options.type(option) == OptionType.Scalar.FLAG);
      json.writeStringField("default", String.valueOf(defaults.get(option)));
      json.writeBooleanField("required", options.isRequired(option));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

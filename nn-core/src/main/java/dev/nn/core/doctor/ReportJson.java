package dev.nn.core.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Writes reports as JSON. */
final class ReportJson {
  private ReportJson() {}

  static String of(DoctorReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.useDefaultPrettyPrinter();
      out.writeStartObject();
      out.writeBooleanField("healthy", report.isHealthy());
      out.writeObjectFieldStart("facts");
      for (Map.Entry<String, String> fact : report.facts().entrySet()) {
        out.writeStringField(fact.getKey(), fact.getValue());
      }
      out.writeEndObject();
      out.writeArrayFieldStart("findings");
      for (Finding finding : report.findings()) {
        out.writeStartObject();
        out.writeBooleanField("wrong", finding.isWrong());
        out.writeStringField("topic", finding.topic());
        out.writeStringField("problem", finding.problem());
        out.writeStringField("advice", finding.advice());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeArrayFieldStart("plugins");
      for (InstalledPlugin plugin : report.plugins()) {
        write(plugin, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(InstalledPlugin plugin, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", plugin.kind().toString());
    out.writeStringField("name", plugin.name());
    out.writeStringField("class", plugin.origin().className());
    write("jar", plugin.origin().location(), out);
    write("module", plugin.origin().module(), out);
    out.writeStringField("class_loader", plugin.classLoader());
    write("artifact", plugin.origin().title(), out);
    write("version", plugin.origin().version(), out);
    out.writeEndObject();
  }

  private static void write(String name, Optional<String> value, JsonGenerator out)
      throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, value.get());
    } else {
      out.writeNullField(name);
    }
  }
}

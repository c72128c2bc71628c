package dev.nn.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The charts as JSON that may stand inside a script element, whatever names they hold. */
public final class PageJson {
  private PageJson() {}

  public static String of(List<Chart> charts) {
    StringWriter text = new StringWriter();
    JsonFactory factory = new JsonFactoryBuilder().characterEscapes(new ForHtml()).build();
    try (JsonGenerator json = factory.createGenerator(text)) {
      json.writeStartArray();
      for (Chart chart : charts) {
        chart.write(json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Without these no text can end the script element, or begin a comment in it. */
  private static final class ForHtml extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    private final int[] escapes;

    ForHtml() {
      escapes = standardAsciiEscapesForJSON();
      escapes['<'] = ESCAPE_STANDARD;
      escapes['>'] = ESCAPE_STANDARD;
      escapes['&'] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes.clone();
    }

    /** Line ends to JavaScript of before 2019, though not to JSON. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return switch (character) {
        case 0x2028 -> new SerializedString("\\u2028");
        case 0x2029 -> new SerializedString("\\u2029");
        default -> null;
      };
    }
  }
}

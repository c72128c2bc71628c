package dev.nn.data.read;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes as characters: UTF-8, or what a byte order mark says. */
final class Text {
  /** What decoding puts in the place of malformed bytes. */
  static final char REPLACEMENT = '\uFFFD';

  /** What to do with a text that is not UTF-8. */
  static final String ADVICE =
      "save the file as UTF-8 (in Excel: CSV UTF-8; elsewhere: iconv -f windows-1252 -t utf-8 OLD > NEW)";

  private Text() {}

  /** The first characters, at most so many, without a byte order mark. */
  static String start(Source source, int most) throws IOException {
    char[] start = new char[most];
    int length = 0;
    try (BufferedReader reader = of(source)) {
      for (int read = 0; read >= 0 && length < most; length += Math.max(0, read)) {
        read = reader.read(start, length, most - length);
      }
    }
    int from = length > 0 && start[0] == '\uFEFF' ? 1 : 0;
    return new String(start, from, length - from);
  }

  /** The characters from the first on; a byte order mark of UTF-8 is left in front. */
  static BufferedReader of(Source source) throws IOException {
    InputStream in = new BufferedInputStream(source.open());
    in.mark(2);
    int mark = in.read() << 8 | in.read();
    in.reset();
    // Decoders of this name take the byte order from the mark, and the mark away.
    Charset charset =
        mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return new BufferedReader(new InputStreamReader(in, charset));
  }
}

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
  private Text() {}

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

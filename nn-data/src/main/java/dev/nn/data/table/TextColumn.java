package dev.nn.data.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Texts, of which equal ones are kept only once. */
public final class TextColumn implements Column {
  private static final int MISSING = -1;

  private final String name;
  private final int[] codes;
  private final List<String> texts;

  private TextColumn(String name, int[] codes, List<String> texts) {
    this.name = Objects.requireNonNull(name, "name");
    this.codes = codes;
    this.texts = texts;
  }

  /** Returns a column of these texts, where an empty text is a missing cell. */
  public static TextColumn of(String name, List<String> values) {
    Map<String, Integer> known = new HashMap<>();
    List<String> texts = new ArrayList<>();
    int[] codes = new int[values.size()];
    for (int row = 0; row < codes.length; row++) {
      String value = values.get(row);
      if (value.isEmpty()) {
        codes[row] = MISSING;
        continue;
      }
      Integer code = known.putIfAbsent(value, texts.size());
      if (code == null) {
        texts.add(value);
      }
      codes[row] = code == null ? texts.size() - 1 : code;
    }
    return new TextColumn(name, codes, List.copyOf(texts));
  }

  /** Takes the array over: indices of the texts, -1 for a missing cell. */
  public static TextColumn over(String name, int[] codes, List<String> texts) {
    return new TextColumn(name, codes, List.copyOf(texts));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    return codes.length;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] == MISSING;
  }

  @Override
  public String text(int row) {
    return codes[row] == MISSING ? "" : texts.get(codes[row]);
  }

  /** Returns the index in {@link #texts} of the text in a row, or -1 if it is missing. */
  public int code(int row) {
    return codes[row];
  }

  /** Returns the different texts. Some of them may occur in no row. */
  public List<String> texts() {
    return texts;
  }

  @Override
  public String kind() {
    return "texts";
  }

  @Override
  public TextColumn select(int... chosen) {
    int[] selected = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      selected[i] = codes[chosen[i]];
    }
    return new TextColumn(name, selected, texts);
  }

  @Override
  public TextColumn named(String other) {
    return new TextColumn(other, codes, texts);
  }
}

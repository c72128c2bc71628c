package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.dataset.Targets;
import dev.nn.data.read.TextIndex;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Turns the cells of one or several columns into targets, and predictions back into cells. */
sealed interface TargetEncoder {

  /** Returns the names of the columns. */
  List<String> names();

  /** Returns what the targets are for a network. */
  Targets targets();

  /** The words of a column: of its classes, or for no and yes; none if it holds numbers. */
  List<String> labels(int column);

  /** Writes the target of a row. */
  void encode(List<Column> columns, int row, float[] into);

  /** Returns everything that was learnt. */
  Spec spec();

  /** Returns the spec of the last layer of the network. */
  default String outputLayer() {
    String activation =
        this instanceof Classes ? "softmax" : this instanceof Numbers ? "identity" : "sigmoid";
    return "dense(units=%s, activation=%s)".formatted(targets().columns(), activation);
  }

  /** Returns the spec of the loss that goes with it. */
  default String loss() {
    return this instanceof Classes
        ? "categorical_crossentropy"
        : this instanceof Numbers ? "mean_squared_error" : "binary_crossentropy";
  }

  /** One of several classes. */
  record Classes(String name, List<String> labels, TextIndex index) implements TargetEncoder {
    Classes(String name, List<String> labels) {
      this(name, List.copyOf(labels), new TextIndex(labels));
    }

    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public Targets targets() {
      return new Targets.Classes(labels);
    }

    @Override
    public List<String> labels(int column) {
      return labels;
    }

    @Override
    public void encode(List<Column> columns, int row, float[] into) {
      into[indexOf(index, labels, columns.get(0), row)] = 1;
    }

    @Override
    public Spec spec() {
      return Spec.of("classes")
          .with("name", new SpecValue.Text(name))
          .with("labels", Words.texts(labels));
    }
  }

  /** Yes or no for each of some columns, where yes is the second word. */
  record Flags(
      List<String> names,
      List<String> no,
      List<String> yes,
      boolean single,
      List<TextIndex> indices)
      implements TargetEncoder {
    /** One label is yes or no. */
    Flags(List<String> names, List<String> no, List<String> yes, boolean single) {
      this(
          names,
          no,
          yes,
          single || names.size() == 1,
          IntStream.range(0, names.size())
              .mapToObj(i -> new TextIndex(List.of(no.get(i), yes.get(i))))
              .toList());
    }

    @Override
    public Targets targets() {
      return single ? new Targets.Binary(no.get(0), yes.get(0)) : new Targets.Real(names.size());
    }

    @Override
    public List<String> labels(int column) {
      return List.of(no.get(column), yes.get(column));
    }

    @Override
    public void encode(List<Column> columns, int row, float[] into) {
      for (int i = 0; i < names.size(); i++) {
        into[i] = indexOf(indices.get(i), labels(i), columns.get(i), row);
      }
    }

    @Override
    public Spec spec() {
      return Spec.of(single ? "binary" : "labels")
          .with("names", Words.texts(names))
          .with("no", Words.texts(no))
          .with("yes", Words.texts(yes));
    }
  }

  /** One or several numbers, which are standardised. */
  record Numbers(List<String> names, List<Scale> scales) implements TargetEncoder {
    @Override
    public Targets targets() {
      return new Targets.Real(names.size());
    }

    @Override
    public List<String> labels(int column) {
      return List.of();
    }

    @Override
    public void encode(List<Column> columns, int row, float[] into) {
      for (int i = 0; i < names.size(); i++) {
        double value = NumberEncoder.value(columns.get(i), row);
        if (Double.isNaN(value)) {
          throw missing(columns.get(i), row);
        }
        into[i] = FeatureEncoder.narrowed(columns.get(i), row, scales.get(i).scaled(value));
      }
    }

    @Override
    public Spec spec() {
      List<SpecValue> columns = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        columns.add(
            scales.get(i).in(Spec.of("number").with("name", new SpecValue.Text(names.get(i)))));
      }
      return Spec.of("numbers").with("columns", new SpecValue.Items(columns));
    }
  }

  /** The encoder of what is encoded already. */
  static TargetEncoder of(Targets targets) {
    if (targets instanceof Targets.Classes classes) {
      return new Classes("class", classes.labels());
    } else if (targets instanceof Targets.Binary words) {
      return new Flags(List.of("answer"), List.of(words.no()), List.of(words.yes()), true);
    } else if (targets instanceof Targets.MultiLabel labels) {
      int count = labels.columns();
      return new Flags(
          labels.labels(),
          Collections.nCopies(count, "no"),
          Collections.nCopies(count, "yes"),
          false);
    }
    Targets.Real real = (Targets.Real) targets;
    List<String> names =
        real.names().isEmpty()
            ? IntStream.rangeClosed(1, real.columns()).mapToObj(i -> "number " + i).toList()
            : real.names();
    return new Numbers(names, Collections.nCopies(real.columns(), new Scale(0, 1)));
  }

  static CellFault missing(Column column, int row) {
    return FeatureEncoder.fault(
        column, row, "the target is missing; leave out the rows that have none");
  }

  private static int indexOf(TextIndex known, List<String> labels, Column column, int row) {
    if (column.isMissing(row)) {
      throw missing(column, row);
    }
    int index = known.indexOf(column, row);
    if (index < 0) {
      throw FeatureEncoder.fault(
          column,
          row,
          "%s is not among what the target was in training: %s"
              .formatted(Quoted.text(column.text(row)), Quoted.list(labels)));
    }
    return index;
  }

  /** The encoder that such a spec describes. */
  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  static TargetEncoder of(Spec spec) {
    switch (spec.name()) {
      case "classes":
        return new Classes(Words.text(spec, "name"), Words.textList(spec, "labels"));
      case "binary", "labels":
        List<String> names = Words.textList(spec, "names");
        List<String> no = Words.textList(spec, "no");
        List<String> yes = Words.textList(spec, "yes");
        boolean single = spec.name().equals("binary");
        if (no.size() != names.size() || yes.size() != names.size() || (single && no.size() != 1)) {
          throw spec.error("names, no and yes have different lengths");
        }
        return new Flags(names, no, yes, single);
      case "numbers":
        List<String> columns = new ArrayList<>();
        List<Scale> scales = new ArrayList<>();
        for (SpecValue item : Words.items(spec, "columns")) {
          if (!(item instanceof Spec column)) {
            throw spec.error("columns holds specs, not " + item);
          }
          columns.add(Words.text(column, "name"));
          scales.add(Scale.of(column));
        }
        return new Numbers(columns, scales);
      default:
        throw spec.error(spec.name() + " is no kind of target");
    }
  }
}

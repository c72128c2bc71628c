package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.table.Quoted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the cells of the target column into targets. */
sealed interface TargetColumn {

  Dataset dataset(float[][] features, List<Cell> cells);

  /** The classes that occur, in ascending order: as numbers if all are numbers, else as texts. */
  record FoundClasses() implements TargetColumn {
    @Override
    public Dataset dataset(float[][] features, List<Cell> cells) {
      List<String> labels =
          cells.stream().allMatch(Cell::isExactNumber) ? numbers(cells) : texts(cells);
      if (labels.size() < 2) {
        throw new DataException(
            "%s: the target column has the one class %s only; where others may follow, name all with classes(…)"
                .formatted(cells.get(0).file(), Quoted.text(labels.get(0))));
      }
      return new GivenClasses(labels).dataset(features, cells);
    }

    private static List<String> texts(List<Cell> cells) {
      return cells.stream().map(Cell::label).distinct().sorted().toList();
    }

    private static List<String> numbers(List<Cell> cells) {
      Map<Double, String> labels = new TreeMap<>();
      for (Cell cell : cells) {
        String known = labels.putIfAbsent(Double.parseDouble(cell.text()) + 0.0, cell.text());
        if (known != null && !known.equals(cell.text())) {
          throw cell.fault(
              "is the same number as the class %s; write one number in one way, or name all classes with classes(…), which compares texts"
                  .formatted(Quoted.text(known)));
        }
      }
      return List.copyOf(labels.values());
    }
  }

  /** Classes with these names, in this order. */
  record GivenClasses(List<String> labels) implements TargetColumn {
    @Override
    public Dataset dataset(float[][] features, List<Cell> cells) {
      Map<String, Integer> index = new HashMap<>();
      labels.forEach(label -> index.put(label, index.size()));
      int[] classes = new int[cells.size()];
      for (int i = 0; i < classes.length; i++) {
        Integer found = index.get(cells.get(i).label());
        if (found == null) {
          throw cells.get(i).fault("is not a class; the classes are " + String.join(", ", labels));
        }
        classes[i] = found;
      }
      return Dataset.classes(features, classes, new Targets.Classes(labels));
    }
  }

  /** The number 0 or 1. */
  record ZeroOrOne() implements TargetColumn {
    @Override
    public Dataset dataset(float[][] features, List<Cell> cells) {
      int[] labels = new int[cells.size()];
      for (int i = 0; i < labels.length; i++) {
        float number = cells.get(i).number();
        if (number != 0 && number != 1) {
          throw cells
              .get(i)
              .fault("is neither 0 nor 1; other texts are named with binary(no, yes)");
        }
        labels[i] = (int) number;
      }
      return Dataset.binary(features, labels);
    }
  }

  /** One of two texts. */
  record NoOrYes(String no, String yes) implements TargetColumn {
    @Override
    public Dataset dataset(float[][] features, List<Cell> cells) {
      int[] labels = new int[cells.size()];
      for (int i = 0; i < labels.length; i++) {
        String label = cells.get(i).label();
        if (!label.equals(no) && !label.equals(yes)) {
          throw cells
              .get(i)
              .fault("is neither %s nor %s".formatted(Quoted.text(no), Quoted.text(yes)));
        }
        labels[i] = label.equals(yes) ? 1 : 0;
      }
      return Dataset.binary(features, labels, no, yes);
    }
  }

  /** A real number. */
  record RealNumber() implements TargetColumn {
    @Override
    public Dataset dataset(float[][] features, List<Cell> cells) {
      float[] numbers = new float[cells.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = cells.get(i).number();
      }
      return Dataset.regression(features, numbers);
    }
  }
}

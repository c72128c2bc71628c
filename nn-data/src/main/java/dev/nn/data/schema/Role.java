package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a column is for. A role can be written as a spec: {@code ignore}, {@code
 * number(missing=median)}, {@code categorical(encoding=ordinal, unknown=refuse)}, {@code
 * date(parts=[year, month])}, {@code target(kind=classes)}. Options that are left out have the
 * defaults that are given here.
 */
public sealed interface Role {

  /** Returns the role as a spec with every option. */
  Spec spec();

  /** The column is left out. */
  record Ignore() implements Role {
    @Override
    public Spec spec() {
      return Spec.of("ignore");
    }
  }

  /**
   * The column is a number, which is standardised: its mean becomes 0 and its standard deviation 1.
   *
   * @param missing what stands for a missing cell, by default the mean
   * @param constant the number that stands for a missing cell, if it is a constant
   */
  record Numeric(Missing missing, OptionalDouble constant) implements Role {
    /** The default, for which a missing cell becomes the mean. */
    public static final Numeric DEFAULT = new Numeric(Missing.MEAN, OptionalDouble.empty());

    @Override
    public Spec spec() {
      return Spec.of("number")
          .with(
              "missing",
              constant.isPresent()
                  ? new SpecValue.Decimal(constant.getAsDouble())
                  : Words.spec(missing));
    }
  }

  /**
   * The column is one of several words, which are called categories.
   *
   * @param encoding how a category becomes numbers, by default as one feature for each category
   * @param unknown what becomes of a category that training did not see; by default all features
   *     are 0
   */
  record Categorical(Encoding encoding, Unknown unknown) implements Role {
    /** The default, with a feature of 0 or 1 for each category. */
    public static final Categorical DEFAULT = new Categorical(Encoding.ONE_HOT, Unknown.ZERO);

    @Override
    public Spec spec() {
      return Spec.of("categorical")
          .with("encoding", Words.spec(encoding))
          .with("unknown", Words.spec(unknown));
    }
  }

  /**
   * The column is a date, of which each part becomes a standardised number.
   *
   * @param parts the parts to use, by default all that vary
   */
  record Date(List<DatePart> parts) implements Role {
    /** The default, with all parts that vary. */
    public static final Date DEFAULT = new Date(List.of());

    /** Copies the parts. */
    public Date {
      parts = List.copyOf(parts);
    }

    @Override
    public Spec spec() {
      Spec all = Spec.of("date");
      return parts.isEmpty()
          ? all
          : all.with(
              "parts", new SpecValue.Items(List.copyOf(parts.stream().map(Words::spec).toList())));
    }
  }

  /**
   * The column is to be predicted.
   *
   * @param kind what kind of target it is
   */
  record Target(TargetKind kind) implements Role {
    @Override
    public Spec spec() {
      return Spec.of("target").with("kind", Words.spec(kind));
    }
  }

  /** What stands for a missing number. */
  enum Missing {
    /** The mean of the column in training. */
    MEAN,
    /** The median of the column in training. */
    MEDIAN,
    /** A given number. */
    CONSTANT,
    /** A missing number is an error. */
    REFUSE
  }

  /** How a category becomes numbers. */
  enum Encoding {
    /**
     * A feature for each category, which is 1 for the category in the cell and 0 for the others.
     */
    ONE_HOT,
    /** One feature, from 0 for the first category in order to 1 for the last. */
    ORDINAL,
    /**
     * One feature with the index of the category for an embedding layer, from 1, or 0 if it is
     * unknown.
     */
    EMBEDDING
  }

  /** What becomes of a category that training did not see. */
  enum Unknown {
    /** It counts as none of the known ones, so all features are 0. */
    ZERO,
    /** It is an error. */
    REFUSE
  }

  /** What kind of target a column is. */
  enum TargetKind {
    /** One of several classes. */
    CLASSES,
    /** Yes or no, given by two words. */
    BINARY,
    /** A number. Several such columns are predicted together. */
    NUMBER,
    /** One of several labels, each of which may hold or not. */
    LABELS
  }
}

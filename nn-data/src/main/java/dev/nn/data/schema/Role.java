package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a column is for. As a text it is a spec: {@code ignore}, {@code number(missing=median)},
 * {@code categorical(encoding=ordinal, unknown=refuse)}, {@code date(parts=[year, month])}, {@code
 * target(kind=classes)}. Options that are left out have the values given here.
 */
public sealed interface Role {

  /** The role as a spec with every option. */
  Spec spec();

  /** The column is left out. */
  record Ignore() implements Role {
    @Override
    public Spec spec() {
      return Spec.of("ignore");
    }
  }

  /**
   * A number, standardised: its mean becomes 0 and its standard deviation 1.
   *
   * @param missing what stands for a missing cell; the mean unless said otherwise
   * @param constant the number where it is a constant
   */
  record Numeric(Missing missing, OptionalDouble constant) implements Role {
    /** A missing cell becomes the mean. */
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
   * One of several words.
   *
   * @param encoding how it becomes numbers; one column for each category unless said otherwise
   * @param unknown what becomes of a category that training did not see; all columns are 0 unless
   *     said otherwise
   */
  record Categorical(Encoding encoding, Unknown unknown) implements Role {
    /** A column of 0 and 1 for each category. */
    public static final Categorical DEFAULT = new Categorical(Encoding.ONE_HOT, Unknown.ZERO);

    @Override
    public Spec spec() {
      return Spec.of("categorical")
          .with("encoding", Words.spec(encoding))
          .with("unknown", Words.spec(unknown));
    }
  }

  /**
   * A date, of which each part becomes a standardised number.
   *
   * @param parts which; all that vary unless said otherwise
   */
  record Date(List<DatePart> parts) implements Role {
    /** All parts that vary. */
    public static final Date DEFAULT = new Date(List.of());

    /** Copies the parts. */
    public Date {
      parts = List.copyOf(parts);
    }

    @Override
    public Spec spec() {
      return Spec.of("date")
          .with(
              "parts", new SpecValue.Items(List.copyOf(parts.stream().map(Words::spec).toList())));
    }
  }

  /** What is to be predicted. */
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
    /** A column for each category, 1 for the one that stands there and 0 for the others. */
    ONE_HOT,
    /** One column, from 0 for the first category in order to 1 for the last. */
    ORDINAL,
    /** One column with the index of the category from 1 for an embedding layer; 0 if unknown. */
    EMBEDDING
  }

  /** What becomes of a category that training did not see. */
  enum Unknown {
    /** It is taken as none of the known ones: all columns are 0. */
    ZERO,
    /** It is an error. */
    REFUSE
  }

  /** What kind of target a column is. */
  enum TargetKind {
    /** One of several classes. */
    CLASSES,
    /** Yes or no, by two words. */
    BINARY,
    /** A number; several such columns are predicted together. */
    NUMBER,
    /** One of several labels, each of which may hold or not. */
    LABELS
  }
}

package dev.nn.tests.reliability.fuzzing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** The parsers that are fed with damaged inputs. */
enum FuzzTarget {
  SPEC(SpecFuzz::new),
  MODEL(ModelFuzz::new),
  CHECKPOINT(CheckpointFuzz::new),
  IDX(IdxFuzz::new),
  TABLE_CSV(() -> new TableFuzz(TableFuzz.Format.CSV)),
  TABLE_ARFF(() -> new TableFuzz(TableFuzz.Format.ARFF)),
  TABLE_LIBSVM(() -> new TableFuzz(TableFuzz.Format.LIBSVM)),
  TABLE_NPY(() -> new TableFuzz(TableFuzz.Format.NPY)),
  TABLE_NPZ(() -> new TableFuzz(TableFuzz.Format.NPZ)),
  TABLE_IDX(() -> new TableFuzz(TableFuzz.Format.IDX));

  private final Supplier<Fuzz> maker;

  FuzzTarget(Supplier<Fuzz> maker) {
    this.maker = maker;
  }

  Fuzz fuzz() {
    return maker.get();
  }

  /** How a parser is fed. */
  interface Fuzz {
    /** Legal inputs to be damaged. */
    List<byte[]> originals(Path scratch) throws IOException;

    /** A damaged copy. */
    byte[] mutate(byte[] original, Random random);

    /**
     * Reads an input and uses what it was.
     *
     * @param scratch a file that may be written
     * @throws dev.nn.api.NnException if the input is refused
     */
    void read(byte[] input, Path scratch) throws IOException;
  }
}

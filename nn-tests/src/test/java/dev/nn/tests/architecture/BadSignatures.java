package dev.nn.tests.architecture;

import com.google.common.base.Joiner;
import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import dev.nn.math.kernel.Kernels;
import java.util.List;
import java.util.Optional;

/** Shows foreign types in every way there is; what is not for users does not count. */
@SuppressWarnings("unused")
public abstract class BadSignatures extends Ticker {
  public static final Optional<Joiner> FIELD = Optional.empty();
  private static final Optional<Joiner> HIDDEN = Optional.empty();

  protected abstract ImmutableList<String> returned();

  public abstract void taken(List<Kernels> kernels);

  public abstract void arrays(Joiner[][] joiners);

  public abstract void thrown() throws BaseEncoding.DecodingException;

  public abstract <T extends Joiner> void bounded(List<T> values);

  abstract ImmutableList<String> hidden();

  public abstract List<String> fine(int number, float[] numbers);
}

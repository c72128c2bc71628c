package dev.nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Kind;
import dev.nn.api.Schedule;
import dev.nn.core.layer.Flatten;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderClassTest {
  record Hidden() implements Schedule {
    @Override
    public String name() {
      return "hidden";
    }

    @Override
    public double rate(long step, double[] state) {
      return 0;
    }
  }

  @Test
  void aClassThatIsNotPublicIsSaidToBeSo() {
    assertEquals(
        Optional.of("it is not public; write public class Hidden"),
        problem(Kind.SCHEDULE, Hidden.class));
  }

  @Test
  void aPluginAmongThoseOfAnotherKindIsSentThere() {
    assertEquals(
        Optional.of(
            "it is a layer, not a loss; name it in META-INF/services/dev.nn.api.Layer instead"),
        problem(Kind.LOSS, Flatten.class));
  }

  @Test
  void ofOthersTheServiceLoaderSaysEnough() {
    assertEquals(Optional.empty(), problem(Kind.LAYER, Flatten.class));
    assertEquals(
        Optional.empty(),
        ProviderClass.problem(
            Kind.LAYER, ProviderClassTest.class.getClassLoader(), "acme.NoSuchLayer"));
  }

  @Test
  void ofAClassThatIsNoPluginItIsSaidWhereProviderMethodsCount() {
    assertEquals(
        Optional.of(
            "java.lang.String not a subtype: it does not implement dev.nn.api.Layer; a provider() method counts in named modules"
                + " only, so on the class path name a class that implements it"),
        problem(Kind.LAYER, String.class));
  }

  private static Optional<String> problem(Kind kind, Class<?> type) {
    return ProviderClass.problem(kind, ProviderClassTest.class.getClassLoader(), type.getName());
  }
}

package dev.nn.lecture.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.lecture.step.Differences;
import dev.nn.lecture.step.Recorder;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line of an explanation, against the slopes of the loss and against the model itself. */
class ExplainTest {
  private static final double ROUNDING = 1e-5;
  private static final double SLOPES = 5e-4;
  private static final float ALPHA = 0.25f;

  /** An activation of somebody else. */
  public record Softened() implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.softened";
    }

    @Override
    public float value(float z) {
      return z / (float) Math.sqrt(1 + z * z);
    }

    @Override
    public float derivative(float z, float a) {
      float r = (float) Math.sqrt(1 + z * z);
      return 1 / (r * r * r);
    }
  }

  private static PluginRegistry registry() {
    return PluginRegistry.load().with(new Softened());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tanh          | sigmoid  | 1 | 1     |
          sigmoid       | sigmoid  | 1 | 0     |
          acme.softened | sigmoid  | 1 | 1     |
          gelu          | identity | 2 | 0.5 2 |
          softmax       | identity | 2 | 0.5 2 |
          tanh          | softmax  | 3 | 0 1 0 |
          tanh          | softmax  | 2 | 1 0   | binary_crossentropy
          acme.softened | tanh     | 2 | 1 0   | log_cosh
          """)
  void everyLineIsTrue(String g, String output, int outputs, String target, String loss) {
    String layers =
        "dense(units=3, activation=%s), dense(units=2, activation=%s, bias=false), dense(units=%s, activation=%s)"
            .formatted(g, g, outputs, output);
    Explain explain = new Explain(registry(), ALPHA);
    if (loss != null) {
      explain.withLoss(loss);
    }
    Explanation step = explain.step(layers, "0.5, -1.5", target, 7);
    String chosen =
        loss != null
            ? loss
            : output.equals("sigmoid")
                ? "binary_crossentropy"
                : output.equals("softmax") ? "categorical_crossentropy" : "mean_squared_error";
    Truth truth = new Truth(step, registry().loss(chosen), target);
    assertEquals(
        Differences.loss(step.before(), truth.example(), truth.loss), step.lossBefore(), ROUNDING);
    assertEquals(
        Differences.loss(step.after(), truth.example(), truth.loss), step.lossAfter(), ROUNDING);
    for (Line line : step.lines()) {
      truth.check(line);
      assertNoContradiction(line);
    }
    assertEquals(2 * 3 + 3 * 3 + 2 + 3 + 2 - truth.fusedLines(), step.lines().size());
  }

  /** Where the numbers of a line are a sum of products, that is what they add up to. */
  private static void assertNoContradiction(Line line) {
    List<Part> parts = line.parts();
    if (parts.size() < 3 || parts.get(0).sign().equals("g")) {
      return;
    }
    Matrix first = parts.get(0).matrix();
    Matrix second = parts.get(1).matrix();
    String sign = parts.get(1).sign();
    Matrix value = line.value();
    for (int i = 0; i < value.rows(); i++) {
      for (int j = 0; j < value.columns(); j++) {
        double expected = 0;
        if (sign.equals("·")) {
          for (int k = 0; k < first.columns(); k++) {
            expected += (double) first.get(i, k) * second.get(k, j);
          }
          expected += parts.size() == 4 ? parts.get(2).matrix().get(i, j) : 0;
        } else if (sign.equals("⊙")) {
          expected = (double) first.get(i, j) * second.get(i, j);
        } else {
          double factor = sign.equals("−") ? 1 : ALPHA;
          expected = first.get(i, j) - factor * second.get(i, j);
        }
        assertEquals(expected, value.get(i, j), ROUNDING, line.rule());
      }
    }
  }

  /** What a line has to say, found without backpropagation. */
  private static final class Truth {
    private final Explanation step;
    private final Loss loss;
    private final float[] y;
    private final float[] x = {0.5f, -1.5f};
    private final Map<String, double[]> slopes;

    Truth(Explanation step, Loss loss, String target) {
      this.step = step;
      this.loss = loss;
      this.y = GivenWeights.numbers("", target);
      this.slopes = Differences.slopes(step.before(), example(), loss);
    }

    Dataset example() {
      return Dataset.regression(new float[][] {x}, new float[][] {y});
    }

    /** Layers 2 and 1 of three have ∂L/∂a; the last one may not. */
    int fusedLines() {
      return step.backward().stream().anyMatch(line -> line.symbol().equals("∂L/∂a[3]")) ? 0 : 1;
    }

    void check(Line line) {
      int l = Integer.parseInt(line.symbol().replaceAll("\\D", ""));
      String weights = (l - 1) + ".dense.";
      if (line.symbol().startsWith("∂L/∂W")) {
        assertColumns(slopes.get(weights + "kernel"), line);
      } else if (line.symbol().startsWith("∂L/∂b")) {
        assertColumns(slopes.get(weights + "bias"), line);
      } else if (line.symbol().startsWith("∂L/∂z")) {
        assertColumns(slopesOfZ(l), line);
      } else if (line.symbol().startsWith("∂L/∂a")) {
        assertColumns(slopesOfA(l), line);
      } else if (line.symbol().startsWith("W")) {
        assertStep(weights + "kernel", line);
      } else if (line.symbol().startsWith("b")) {
        assertStep(weights + "bias", line);
      } else if (line.symbol().startsWith("a")) {
        assertValues(below(l).predict(x), line);
      } else {
        assertValues(linear(l).predict(x), line);
      }
    }

    /** W has a row for each neuron, the engine's kernel a column. */
    private static void assertColumns(double[] expected, Line line) {
      Matrix value = line.value();
      assertEquals(expected.length, value.size(), line.rule());
      for (int i = 0; i < value.rows(); i++) {
        for (int j = 0; j < value.columns(); j++) {
          assertEquals(expected[j * value.rows() + i], value.get(i, j), SLOPES, line.rule());
        }
      }
    }

    private static void assertValues(float[] expected, Line line) {
      double[] wide = new double[expected.length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = expected[i];
        assertEquals(wide[i], line.value().get(i, 0), ROUNDING, line.rule());
      }
    }

    private void assertStep(String name, Line line) {
      float[] before = step.before().parameter(name);
      double[] expected = new double[before.length];
      for (int i = 0; i < before.length; i++) {
        expected[i] = before[i] - ALPHA * slopes.get(name)[i];
      }
      assertColumns(expected, line);
      assertEquals(step.after().parameter(name).length, line.value().size());
    }

    /** The first l layers. */
    private Model below(int l) {
      return part(0, l, Map.of());
    }

    /** The first l layers, the last of them without its activation. */
    private Model linear(int l) {
      Network whole = step.before().network();
      Layer[] layers = whole.layers().subList(0, l).toArray(Layer[]::new);
      Dense last = (Dense) layers[l - 1];
      layers[l - 1] =
          registry().layer("dense(units=%s, bias=%s)".formatted(last.units(), last.bias()));
      return weighted(Network.of(registry(), whole.inputShape(), layers), 0, Map.of());
    }

    /** Layers from + 1 to to, as a network of their own. */
    private Model part(int from, int to, Map<String, float[]> changed) {
      Network whole = step.before().network();
      Shape input =
          from == 0 ? whole.inputShape() : Shape.of(below(from).network().outputShape().size());
      Layer[] layers = whole.layers().subList(from, to).toArray(Layer[]::new);
      return weighted(Network.of(registry(), input, layers), from, changed);
    }

    private Model weighted(Network network, int from, Map<String, float[]> changed) {
      Map<String, float[]> weights = new TreeMap<>();
      for (String name : Model.initial(network, 0).parameterNames()) {
        int layer = Integer.parseInt(name.substring(0, name.indexOf('.')));
        weights.put(
            name, step.before().parameter((layer + from) + name.substring(name.indexOf('.'))));
      }
      weights.putAll(changed);
      return Model.of(network, weights);
    }

    /** Moves each a[l] by itself, and looks at what the layers above make of it. */
    private double[] slopesOfA(int l) {
      float[] a = below(l).predict(x);
      double[] slopesOfA = new double[a.length];
      for (int i = 0; i < a.length; i++) {
        float[] up = a.clone();
        float[] down = a.clone();
        up[i] += 0.005f;
        down[i] -= 0.005f;
        slopesOfA[i] = (above(l, up) - above(l, down)) / (up[i] - (double) down[i]);
      }
      return slopesOfA;
    }

    private double above(int l, float[] a) {
      if (l == 3) {
        double[] value = new double[1];
        loss.value(Matrix.rowOf(a), Matrix.rowOf(y), value);
        return value[0];
      }
      Dataset example = Dataset.regression(new float[][] {a}, new float[][] {y});
      return Differences.loss(part(l, 3, Map.of()), example, loss);
    }

    /** ∂L/∂z is what moving a bias does; a layer without one gets one for that. */
    private double[] slopesOfZ(int l) {
      Network whole = step.before().network();
      Layer[] layers = whole.layers().toArray(Layer[]::new);
      for (int i = 0; i < layers.length; i++) {
        layers[i] = layers[i].withOptions(layers[i].options().withFlag("bias", true));
      }
      Network biased = Network.of(registry(), whole.inputShape(), layers);
      Map<String, float[]> weights = Recorder.weights(Model.initial(biased, 0));
      weights.putAll(Recorder.weights(step.before()));
      return Differences.slopes(Model.of(biased, weights), example(), loss)
          .get((l - 1) + ".dense.bias");
    }
  }

  @Test
  void weightsAreGivenAsTheLectureWritesThem() {
    Explanation step =
        new Explain(registry(), 0.5)
            .withWeights("W[1] = 1 2; 3 4; 5 6 b1 = 0.1, 0.2, 0.3 W[2]=1 1 1")
            .step("dense(units=3), dense(units=1)", "1 10", "0", 1);
    assertEquals(
        List.of(
            "z[1] = W[1] a[0] + b[1]",
            "    [ 1  2 ]   [  1 ]   [ 0.1 ]   [ 21.1 ]",
            "    [ 3  4 ] · [ 10 ] + [ 0.2 ] = [ 43.2 ]",
            "    [ 5  6 ]            [ 0.3 ]   [ 65.3 ]"),
        step.forward().get(0).text());
    assertEquals(129.6, step.forward().get(2).value().get(0, 0), ROUNDING);
  }

  @Test
  void theFormulaOfTheLossSaysWhatKIs() {
    List<String> text = new Explain(registry(), 0.5).step("dense(units=3)", "1", "1 2 3", 1).text();
    assertTrue(
        text.contains("  L = Σ (ŷ − y)² / k,  k = 3, the number of targets"),
        () -> String.join("\n", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dense(units=2, activation=softmax) | 1   |                 | give as many, such as "0 1"
          dense(units=1), dropout(rate=0.5)  | 1   |                 | layer 2 is dropout, but only dense
          dense(units=1, kernel_l2=0.1)      | 1   |                 | leave kernel_l1
          dense(units=1)                     | one |                 | "one" is no number
          dense(units=1)                     | NaN |                 | is not finite
          dense(units=1)                     | -1e40 |               | --target: -1e40 is too large for a float
          dense(units=1)                     | 1,0 |                 | --target has 2 numbers, but the loss compares 1 number, one for each unit of the last layer: give as many, such as "1", or let the last of --layers have units=2
          dense(units=1, activation=sigmoid) | 2   |                 | --target:
          dense(units=1)                     | 1   | W[1] = 1        | W[1] has 1 row with 2 numbers each, got 1 row with 1 number; write
          dense(units=1)                     | 1   | W[1] = 1 2; 3   | got 2 rows with 2 and 1 numbers; write
          dense(units=1)                     | 1   | W[2] = 1        | the network has no W[2]
          dense(units=1)                     | 1   | W[1] = 1        | as in "W[1] = 0.1 0.1"
          dense(units=1)                     | 1   | b[1] = 1 2      | b[1] has 1 number, got 2
          dense(units=1)                     | 1   | w = 1           | cannot read "w = 1"
          dense(units=1)                     | 1   | W[1] = 1 2 oops | "oops" is no number
          """)
  void whatDoesNotFitIsRefusedInWords(String layers, String target, String weights, String words) {
    Explain explain = new Explain(registry(), 0.5);
    if (weights != null) {
      explain.withWeights(weights);
    }
    NnException refusal =
        assertThrows(NnException.class, () -> explain.step(layers, "1 2", target, 1));
    assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal.getMessage());
  }

  /** Options change the formulas, so those of the plain plugins are not shown then. */
  @Test
  void derivativesAreWrittenAsFormulasWhereTheyAreThose() {
    String layers = "dense(units=1, activation=relu), dense(units=2, activation=sigmoid)";
    Explain squared = new Explain(registry(), 0.5).withLoss("mean_squared_error");
    String text = String.join("\n", squared.step(layers, "1", "1 0", 1).text());
    assertTrue(text.contains("the derivative of the loss: 2 (ŷ − y) / 2"), text);
    assertTrue(text.contains("g′(z[2]), g′ = a (1 − a)"), text);
    assertTrue(text.contains("g′(z[1]), g′ = 1 for z > 0, else 0"), text);
    String other = layers.replace("activation=relu", "activation=relu(max_value=6)");
    String capped = String.join("\n", squared.step(other, "1", "1 0", 1).text());
    assertTrue(!capped.contains("else 0"), capped);
  }
}

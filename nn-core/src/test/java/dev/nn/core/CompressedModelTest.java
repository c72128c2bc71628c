package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.ModelFormatException;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Compression;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompressedModelTest {
  private static final PluginRegistry REGISTRY = TestPlugins.registry();

  @TempDir private Path folder;

  /** Its first two layers are large enough for codes to be read in predictions. */
  private static Model model() {
    return Model.initial(
        Network.of(
            REGISTRY,
            Shape.of(1050),
            "dense(units=1010, activation=tanh), dense(units=1050, bias=false), dense(units=5)"),
        1);
  }

  private static Model small() {
    return Model.initial(
        Network.of(REGISTRY, Shape.of(3), "dense(units=7, activation=tanh), dense(units=5)"), 1);
  }

  private static float[][] examples(int rows) {
    Matrix features = Matrix.zeros(rows, 1050);
    CounterRandom.normal(CounterRandom.key(4), features, 0);
    return features.toArray();
  }

  private static Map<String, float[]> weights(Model model) {
    Map<String, float[]> weights = new HashMap<>();
    model.parameterNames().forEach(name -> weights.put(name, model.parameter(name)));
    return weights;
  }

  /** With codes or floats, alone or among others: a row has the bits of the rounded weights. */
  @ParameterizedTest
  @EnumSource(Compression.class)
  void predictionsAreThoseOfTheRoundedWeights(Compression form) {
    Model compressed = model().compressed(form);
    float[][] examples = examples(100);
    float[][] expected = Model.of(compressed.network(), weights(compressed)).predict(examples);
    for (int again = 0; again < 3; again++) {
      IntStream.range(0, 100)
          .parallel()
          .forEach(i -> assertArrayEquals(expected[i], compressed.predict(examples[i])));
    }
    for (int rows : new int[] {1, 2, 3, 4, 9, 64, 100}) {
      for (int again = 0; again < 50; again++) {
        float[][] some = Arrays.copyOf(examples, rows);
        assertArrayEquals(Arrays.copyOf(expected, rows), compressed.predict(some));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"BFLOAT16, 0.004", "INT8, 0.016"})
  void weightsChangeALittleAndBiasesDoNot(Compression form, double most) {
    Model model = model();
    Model compressed = model.compressed(form);
    for (String name : model.parameterNames()) {
      float[] before = model.parameter(name);
      float[] after = compressed.parameter(name);
      if (name.endsWith("bias")) {
        assertArrayEquals(before, after);
      } else {
        double error = 0;
        double size = 0;
        for (int i = 0; i < before.length; i++) {
          error += Math.pow(after[i] - before[i], 2);
          size += before[i] * before[i];
        }
        double relative = Math.sqrt(error / size);
        assertTrue(relative > 0 && relative < most, name + " " + relative);
      }
    }
    assertEquals(Optional.of(form), compressed.compression());
    assertEquals(Optional.empty(), model.compression());
  }

  /** The bits of compressed predictions, which no version may change. */
  @ParameterizedTest
  @CsvSource({
    "BFLOAT16, 4a87366e7c9929b4, 49304ef2fc4ff014",
    "INT8, fd91bfa844b6e210, 232fb09cfafcb5c8"
  })
  void bitsAreThoseOfThisHash(Compression form, String weights, String predictions)
      throws Exception {
    Model compressed = model().compressed(form);
    assertEquals(weights, compressed.weightsSha256().substring(0, 16));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int again = 0; again < 3; again++) {
      for (float[] example : examples(30)) {
        float[] prediction = compressed.predict(example);
        ByteBuffer bytes = ByteBuffer.allocate(4 * prediction.length);
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(prediction);
        digest.update(bytes);
      }
    }
    assertEquals(predictions, HexFormat.of().formatHex(digest.digest()).substring(0, 16));
  }

  @ParameterizedTest
  @CsvSource({"BFLOAT16, 2", "INT8, 1"})
  void aFileHoldsTheCodesAndGivesTheModelBack(Compression form, int bytesOfAWeight)
      throws IOException {
    Model model = model();
    Model compressed = model.compressed(form).withNote("acme.key", "text");
    Path file = folder.resolve("model.safetensors");
    compressed.save(file);

    int weights = 1050 * 1010 + 1010 * 1050 + 1050 * 5;
    int floats = 1010 + 5 + (form == Compression.INT8 ? 1010 + 1050 + 5 : 0);
    long expected = (long) weights * bytesOfAWeight + 4L * floats;
    assertTrue(Files.size(file) > expected && Files.size(file) < expected + 2000);
    SavedFile saved = SavedFile.read(file);
    assertEquals(2, saved.formatVersion());
    assertEquals(Optional.of(form), saved.compression());
    model.save(folder.resolve("plain"));
    assertEquals(1, SavedFile.read(folder.resolve("plain")).formatVersion());

    Model loaded = Model.load(file, REGISTRY);
    assertEquals(Optional.of(form), loaded.compression());
    assertEquals("text", loaded.note("acme.key").orElseThrow());
    assertEquals(compressed.weightsSha256(), loaded.weightsSha256());
    assertArrayEquals(compressed.toBytes(), loaded.toBytes());
    Model streamed = Model.load(new ByteArrayInputStream(compressed.toBytes()), REGISTRY);
    assertArrayEquals(compressed.toBytes(), streamed.toBytes());
    float[][] examples = examples(5);
    assertArrayEquals(compressed.predict(examples), loaded.predict(examples));
  }

  /** Layers without weights of rows and columns, and those whose columns are no multiple of 4. */
  @ParameterizedTest
  @EnumSource(Compression.class)
  void networksOfAllKindsComeBack(Compression form) {
    for (String layers :
        new String[] {
          "dense(units=1)",
          "dropout(rate=0.5), dense(units=2, bias=false)",
          "dropout(rate=0.5)",
          "dense(units=3), residual(layers=[dense(units=3)]), dense(units=1)"
        }) {
      Model compressed =
          Model.initial(Network.of(REGISTRY, Shape.of(5), layers), 3).compressed(form);
      Model loaded = Model.load(compressed.toBytes(), REGISTRY);
      assertEquals(compressed.weightsSha256(), loaded.weightsSha256(), layers);
      assertArrayEquals(compressed.toBytes(), loaded.toBytes(), layers);
    }
  }

  @Test
  void trainingFromItIsRefused() {
    Model compressed = small().compressed(Compression.INT8);
    Dataset data = Dataset.regression(new float[][] {{1, 2, 3}}, new float[][] {{1, 2, 3, 4, 5}});
    Trainer trainer =
        Trainer.builder()
            .registry(REGISTRY)
            .loss("mean_squared_error")
            .optimizer("sgd")
            .epochs(1)
            .build();
    NnException e = assertThrows(NnException.class, () -> trainer.fit(compressed, data));
    assertEquals(
        "the weights of this model are compressed (int8), too coarse for the small steps of training: train the model that it was made from, and compress the result",
        e.getMessage());
  }

  @Test
  void whatCannotBeCompressedIsRefused() {
    Model compressed = small().compressed(Compression.INT8);
    assertSame(compressed, compressed.compressed(Compression.INT8));
    NnException other =
        assertThrows(NnException.class, () -> compressed.compressed(Compression.BFLOAT16));
    assertTrue(other.getMessage().contains("already (int8)"), other.getMessage());

    Map<String, float[]> weights = weights(small());
    weights.get("1.dense.kernel")[11] = Float.NaN;
    Model spoilt = Model.of(small().network(), weights);
    NnException e = assertThrows(NnException.class, () -> spoilt.compressed(Compression.BFLOAT16));
    assertTrue(e.getMessage().contains("1.dense.kernel[2, 1] is NaN"), e.getMessage());
  }

  /** A file whose checksum holds, but whose tensors are others than its metadata promises. */
  @Test
  void tensorsThatDoNotFitAreRefused() throws Exception {
    byte[] bytes = small().compressed(Compression.INT8).toBytes();
    assertRefused(
        replaced(bytes, "\"int8\"", "\"int4\""), "unknown \"compression\" in the metadata: int4");
    assertRefused(
        replaced(bytes, "\"compression\":\"int8\"", "\"conpression\":\"int8\""),
        "the metadata has no \"compression\"");
    assertRefused(
        replaced(bytes, "\"0.dense.kernel.scale\"", "\"0.dense.kernel.scala\""),
        "tensor 0 is 0.dense.kernel.scala F32 [7], but for its network it must be 0.dense.kernel.scale F32 [7]");
    assertRefused(
        replaced(bytes, "\"format_version\":\"2\"", "\"format_version\":\"1\""),
        "tensor 0.dense.kernel is of type I8, not F32");
    assertRefused(
        replaced(bytes, "\"format_version\":\"2\"", "\"format_version\":\"3\""),
        "made by a newer version");
  }

  @Test
  void doublesAreRefused() throws Exception {
    Network network = Network.of(REGISTRY, Shape.of(3), "dense(units=2)");
    byte[] bytes = Model.initial(network, 1).compressed(Compression.INT8).toBytes();
    assertRefused(
        replaced(bytes, "\"F32\",\"shape\":[2]", "\"F64\",\"shape\":[1]"),
        "a tensor of type F64 is none of a model");
  }

  /** Weights would be other ones after the file has been written again. */
  @Test
  void codesAndScalesThatNoWeightHasAreRefused() throws Exception {
    byte[] bytes = small().compressed(Compression.INT8).toBytes();
    int codes = bytes.length - 3 * 7 - 7 * 5;
    assertRefused(changed(bytes, codes, (byte) -128), "0.dense.kernel has the code -128.0");
    int scale = codes - 4 * (7 + 7 + 5 + 5);
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -0.1f, 0}) {
      byte[] number = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(bad).array();
      assertRefused(changed(bytes, scale, number), "which no compressed weight has");
    }
    byte[] halves = small().compressed(Compression.BFLOAT16).toBytes();
    int first = halves.length - 2 * (3 * 7 + 7 * 5);
    assertRefused(changed(halves, first, (byte) 0x80, (byte) 0x7f), "the code Infinity");
    assertRefused(changed(halves, first, (byte) 0xc0, (byte) 0x7f), "the code NaN");
  }

  /** Bytes of the data replaced, with a checksum that holds. */
  private static byte[] changed(byte[] bytes, int at, byte... by) throws Exception {
    byte[] changed = bytes.clone();
    System.arraycopy(by, 0, changed, at, by.length);
    return replaced(changed, "nn-model", "nn-model");
  }

  @Test
  void theLargestWeightsStayFinite() {
    Map<String, float[]> weights = weights(small());
    weights.get("0.dense.kernel")[3] = Float.MAX_VALUE;
    weights.get("0.dense.kernel")[4] = Float.MIN_VALUE;
    Model model = Model.of(small().network(), weights);
    for (Compression form : Compression.values()) {
      Model compressed = model.compressed(form);
      for (float weight : compressed.parameter("0.dense.kernel")) {
        assertTrue(Float.isFinite(weight), form + " " + weight);
      }
      assertEquals(
          compressed.weightsSha256(), Model.load(compressed.toBytes(), REGISTRY).weightsSha256());
    }
  }

  private static void assertRefused(byte[] bytes, String problem) {
    ModelFormatException e =
        assertThrows(ModelFormatException.class, () -> Model.load(bytes, REGISTRY));
    assertTrue(e.getMessage().contains(problem), e.getMessage());
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void everyCutAndEveryFlippedByteIsNoticed(Compression form) {
    byte[] bytes = small().compressed(form).toBytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThrows(ModelFormatException.class, () -> Model.load(cut, REGISTRY));
      byte[] flipped = bytes.clone();
      flipped[i] ^= 0x10;
      assertThrows(ModelFormatException.class, () -> Model.load(flipped, REGISTRY));
    }
  }

  /** A text in the header replaced by one as long, with a checksum that holds. */
  private static byte[] replaced(byte[] bytes, String from, String to) throws Exception {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains(from) && from.length() == to.length());
    String zeros = "0".repeat(64);
    String changed =
        text.replace(from, to)
            .replaceFirst("\"sha256\":\"[0-9a-f]{64}\"", "\"sha256\":\"" + zeros + "\"");
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(changed.substring(8).getBytes(StandardCharsets.ISO_8859_1));
    return changed
        .replace(zeros, HexFormat.of().formatHex(digest.digest()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}

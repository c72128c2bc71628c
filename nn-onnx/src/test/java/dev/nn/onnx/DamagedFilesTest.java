package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever was done to a file, it is read or refused with a typed error. */
class DamagedFilesTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  @Test
  void mutatedFilesAreReadOrRefused() {
    fuzz(20_000, 1);
  }

  @Test
  @Tag("exhaustive")
  void aMillionMutatedFilesAreReadOrRefused() {
    fuzz(1_000_000, 2);
  }

  private static void fuzz(int inputs, long seed) {
    List<byte[]> originals = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      originals.add(OnnxExport.of(new RandomNetworks(i).next()).toBytes());
    }
    int legal = 0;
    for (int i = 0; i < inputs; i++) {
      Random random = new Random(seed + ((long) i << 8));
      byte[] input = mutated(originals.get(random.nextInt(originals.size())), originals, random);
      legal += isLegal(input, "input " + i + ", seed " + seed) ? 1 : 0;
    }
    assertTrue(legal > 0 && legal < inputs, legal + " of " + inputs);
    System.out.println(inputs + " damaged ONNX files, " + legal + " of them legal");
  }

  private static byte[] mutated(byte[] file, List<byte[]> others, Random random) {
    byte[] changed = file.clone();
    switch (random.nextInt(4)) {
      case 0 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length));
      case 1 -> {
        byte[] other = others.get(random.nextInt(others.size()));
        int from = random.nextInt(changed.length);
        int length = Math.min(random.nextInt(40), Math.min(changed.length, other.length) - 1);
        int at = random.nextInt(other.length - length);
        System.arraycopy(other, at, changed, Math.min(from, changed.length - length), length);
      }
      default -> {
        for (int i = 0; i <= random.nextInt(6); i++) {
          changed[random.nextInt(changed.length)] =
              (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(32));
        }
      }
    }
    return changed;
  }

  private static boolean isLegal(byte[] input, String what) {
    try {
      Model model = OnnxImport.read(input, REGISTRY);
      assertTrue(model.network().layers().size() > 0);
      return true;
    } catch (OnnxException e) {
      assertTrue(String.valueOf(e.getMessage()).length() > 15, what);
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return fail(what, e);
    }
  }

  @Test
  void everyPrefixIsReadOrRefused() {
    byte[] file = OnnxExport.of(new RandomNetworks(3).next()).toBytes();
    for (int length = 0; length < file.length; length++) {
      isLegal(Arrays.copyOf(file, length), "prefix of " + length);
    }
  }

  /** Two bytes each in the file, a hundred in memory. */
  @Test
  void aMillionEmptyNodesAreRefusedBeforeTheyAreMade() {
    NodeProto empty = NodeProto.getDefaultInstance();
    GraphProto.Builder graph = GraphProto.newBuilder();
    for (int i = 0; i < 1_000_000; i++) {
      graph.addNode(empty);
    }
    byte[] file =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setGraph(
                graph.addOutput(
                    GraphBuilder.info("y", ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT)))
            .build()
            .toByteArray();
    try {
      OnnxImport.read(file, REGISTRY);
      fail("it was read");
    } catch (OnnxException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("fields, which no network"), e.toString());
    }
  }
}

package dev.nn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not read, and what the user is told then. */
class RefusedFilesTest {
  @TempDir private Path folder;

  private String refusal(byte[] bytes, String layers) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    ImportException e = assertThrows(ImportException.class, () -> ModelImport.read(file, layers));
    return String.valueOf(e.getMessage()).replace(file.toString(), "FILE");
  }

  private String refusal(String text) throws IOException {
    return refusal(text.getBytes(StandardCharsets.ISO_8859_1), "");
  }

  private static String golden(String name, String layers) {
    Path file = GoldenModelsTest.GOLDEN.resolve(name);
    ImportException e = assertThrows(ImportException.class, () -> ModelImport.read(file, layers));
    return String.valueOf(e.getMessage()).replace(file.toString(), "FILE");
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void weightsWithoutLayersAreRefusedWithLayersThatFit() {
    assertEquals(
        "FILE: it holds weights and not the layers they belong to: name these, such as --layers"
            + " \"dense(units=8), batch_normalization, dense(units=6, bias=false),"
            + " layer_normalization, prelu, dense(units=3)\", with the activations that the file"
            + " does not have",
        golden("torch_stack.pt", ""));
  }

  @Test
  void layersThatDoNotFitAreRefusedWithThoseThatDo() {
    assertEquals(
        "FILE: the file has weights for 2 layers, and 1 of the layers given have some, [0.dense];"
            + " by its shapes it fits \"dense(units=6), dense(units=2)\"",
        golden("sklearn_weights.npz", "dense(units=6)"));
    assertEquals(
        "FILE: 0.dense.kernel has 28 numbers, but layer 0.weight of the file is 4×6",
        golden("sklearn_weights.npz", "dense(units=7), dense(units=2)"));
    assertEquals(
        "FILE: its layers are in the file; leave --layers out",
        golden("keras_functional.h5", "dense(units=2)"));
  }

  /** Keras changed the formula, and the name stayed. */
  @Test
  void aFormulaThatKerasHasChangedIsRefusedInFilesOfTheOldOne() throws IOException {
    byte[] file = Files.readAllBytes(GoldenModelsTest.GOLDEN.resolve("keras_functional.h5"));
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String old = text.replace("3.16.0", "2.15.0");
    assertEquals(
        "FILE: layer dense_1 has the hard_sigmoid of Keras 2, 0.2 z + 0.5 between 0 and 1, which is no"
            + " activation here (that of Keras 3 is z / 6 + 0.5); train it with another activation,"
            + " or write this one as a plugin",
        refusal(old));
  }

  /** Those functions of Python that attacks call. */
  @Test
  void nothingOfAPickleIsRun() throws IOException {
    String pickle = "\u0080\2cposix\nsystem\nX\4\0\0\0echo\u0085R.";
    assertEquals(
        "FILE: it would have to run posix.system of Python, and nothing of a file is run here; save"
            + " the weights only, with torch.save(model.state_dict(), …)",
        refusal(zip("archive/data.pkl", pickle), ""));
    assertEquals(
        "FILE: it is a pickled object of Python, which would have to be run to be read; of"
            + " scikit-learn, save the weights with numpy.savez (docs/import.md has the lines), of an"
            + " old PyTorch, save it again with version 1.6 or newer",
        refusal(pickle));
    assertEquals(
        "FILE: the pickle has the operation 0x69 at byte 2, which no state_dict has; save it with"
            + " torch.save(model.state_dict(), …)",
        refusal(zip("archive/data.pkl", "\u0080\2ios\nsystem\n."), ""));
  }

  @Test
  void namesOfAFileAreNotLoadedAsClasses() throws IOException {
    String text = "encog,BasicNetwork,java,3.4.0,1,1\n[BASIC]\n[BASIC:NETWORK]\n";
    assertEquals("FILE: [BASIC:NETWORK] has no layerFeedCounts", refusal(text));
    String network =
        text
            + "layerFeedCounts=1,1\nlayerCounts=1,1\nweightIndex=0,1\nweights=1\nbiasActivation=0,0\n[BASIC:ACTIVATION]\n\"java.lang.Runtime\"\n\"java.lang.Runtime\"\n";
    assertEquals(
        "FILE: the activation Runtime is not read; read are [ActivationLinear, ActivationSigmoid,"
            + " ActivationSoftMax, ActivationTANH]",
        refusal(network));
  }

  @Test
  void xmlWithoutANetworkAndWithEntitiesIsRefused() throws IOException {
    assertEquals(
        "FILE: an XML text without a NeuralNetwork of PMML; other models of PMML are not read",
        refusal("<PMML version=\"4.4\"><TreeModel/></PMML>"));
    String entity =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><PMML>&x;<NeuralNetwork activationFunction=\"tanh\"/></PMML>";
    assertFalse(refusal(entity).isEmpty());
    assertEquals(
        "FILE: line 1: the activation sine is not read; read are [exponential, identity, logistic,"
            + " rectifier, tanh]",
        refusal(
            "<PMML><NeuralNetwork activationFunction=\"sine\"><NeuralLayer/></NeuralNetwork></PMML>"));
  }

  @Test
  void otherFilesAreRefusedWithWhatIsRead() throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }\n";
    assertEquals("FILE: it is empty", refusal(""));
    assertEquals(
        "FILE: it is of no kind that is read: Keras (.keras, .h5), PyTorch (.pt, .safetensors),"
            + " scikit-learn (.npz), Weka (text), Deeplearning4j (.zip), PMML, Encog (.eg)",
        refusal("a,b\n1,2\n"));
    assertEquals(
        "FILE: a zip file with [readme.txt], which is none of Keras, PyTorch, NumPy or"
            + " Deeplearning4j",
        refusal(zip("readme.txt", "hello"), ""));
    assertEquals(
        "FILE: its arrays are [x.npy], but weights are called coef_0, intercept_0, coef_1, …;"
            + " docs/import.md has the lines that save them",
        refusal(zip("x.npy", "\u0093NUMPY\1\0" + (char) header.length() + "\0" + header), ""));
  }

  @Test
  void sizesThatLieAreRefusedBeforeMemoryIsTaken() throws IOException {
    String header =
        "{\"0.weight\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,8]}}";
    String file = (char) header.length() + "\0\0\0\0\0\0\0" + header + "\0\0\0\0\0\0\0\0";
    assertEquals(
        "FILE: 0.weight has the shape [2147483647, 2147483647], which is more than the 2 numbers"
            + " that are there for it",
        refusal(file));
  }
}

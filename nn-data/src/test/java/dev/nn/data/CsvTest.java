package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.data.read.Source;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final float[][] FEATURES = {{1, 2.5f}, {-3, 4e-3f}};

  private static Dataset read(Csv csv, String text) throws IOException {
    return read(csv, text, StandardCharsets.UTF_8);
  }

  private static Dataset read(Csv csv, String text, Charset charset) throws IOException {
    return csv.read(Source.of("t.csv", text.getBytes(charset)));
  }

  private static float[][] features(Dataset data) {
    Matrix features = Matrix.zeros(data.rows(), data.shape().size());
    for (int row = 0; row < data.rows(); row++) {
      data.readFeatures(row, features, row);
    }
    return features.toArray();
  }

  private static float[][] targets(Dataset data) {
    Matrix targets = Matrix.zeros(data.rows(), data.targets().columns());
    for (int row = 0; row < data.rows(); row++) {
      data.readTarget(row, targets, row);
    }
    return targets.toArray();
  }

  @Test
  void lastColumnHoldsTheClassIfNothingIsSaid() throws IOException {
    Dataset data = read(Csv.withoutHeader(), "1,2.5,b\n-3,4e-3,a\n");

    assertEquals(2, data.rows());
    assertEquals(Shape.of(2), data.shape());
    assertEquals(new Targets.Classes(List.of("a", "b")), data.targets());
    assertArrayEquals(FEATURES, features(data));
    assertArrayEquals(new float[][] {{0, 1}, {1, 0}}, targets(data));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x,y,c\n1,2.5,b\n-3,4e-3,a",
        "x,y,c\r\n1,2.5,b\r\n-3,4e-3,a\r\n",
        "x,y,c\r1,2.5,b\r-3,4e-3,a\r",
        "\uFEFFx,y,c\n1,2.5,b\n-3,4e-3,a\n",
        "\"x\",\"y\",\"c\"\n\"1\",\"2.5\",\"b\"\n\"-3\",\"4e-3\",\"a\"\n",
        " x , y , c \n 1 ,\t2.5 , b\n -3, \"4e-3\" , \"a\"\n",
        "\n\nx,y,c\n1,2.5,b\n\n-3,4e-3,a\n\n\n",
        "x,\"y\nz\",c\n+1.,2.50,b\n-3.0,.4E-2,a\n",
      })
  void oneTableIsWrittenInManyWays(String text) throws IOException {
    Dataset data = read(Csv.withHeader(), text);

    assertArrayEquals(FEATURES, features(data));
    assertArrayEquals(new float[][] {{0, 1}, {1, 0}}, targets(data));
  }

  @Test
  void byteOrderMarkOfUtf16IsObeyed() throws IOException {
    String text = "\uFEFF1,2.5,ä\n-3,4e-3,a\n";

    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Dataset data = read(Csv.withoutHeader(), text, charset);
      assertEquals(new Targets.Classes(List.of("a", "ä")), data.targets());
      assertArrayEquals(FEATURES, features(data));
    }
  }

  @ParameterizedTest
  @ValueSource(chars = {';', '\t', '|', ' '})
  void separatorCanBeChosen(char separator) throws IOException {
    String text = "1,2.5,0\n-3,4e-3,1\n".replace(',', separator);

    assertArrayEquals(FEATURES, features(read(Csv.withoutHeader().separator(separator), text)));
  }

  @Test
  void targetIsFoundByIndexOrName() throws IOException {
    String text = "c,x,y\n1,1,2.5\n0,-3,4e-3\n";

    for (Csv csv :
        List.of(
            Csv.withHeader().target(0),
            Csv.withHeader().target(-3),
            Csv.withHeader().target("c"),
            Csv.withHeader().target(1).target("c"),
            Csv.withHeader().target("x").target(0))) {
      assertArrayEquals(FEATURES, features(read(csv, text)));
    }
    assertArrayEquals(
        new float[][] {{1, 2.5f}, {0, 4e-3f}}, features(read(Csv.withHeader().target(1), text)));
  }

  @Test
  void optionsLeaveTheValueTheyAreAskedOfAlone() throws IOException {
    Csv plain = Csv.withoutHeader();
    Csv other = plain.separator(';').target(0).real();

    assertEquals(new Targets.Real(1), read(other, "1;2").targets());
    assertEquals(Targets.Classes.numbered(2), read(plain, "1,0\n2,1").targets());
    assertEquals(Targets.Classes.numbered(2), read(other.classes(), "0;1\n1;2").targets());
  }

  @Test
  void numericClassesAreOrderedAsNumbers() throws IOException {
    Dataset data = read(Csv.withoutHeader(), "0,10\n0,9\n0,-1\n0,10\n");

    assertEquals(new Targets.Classes(List.of("-1", "9", "10")), data.targets());
    assertArrayEquals(new float[] {0, 0, 1}, targets(data)[3]);
  }

  @Test
  void classesOrderedAsTextIfOneIsNoNumber() throws IOException {
    assertEquals(
        new Targets.Classes(List.of("10", "9", "A", "a b", "é")),
        read(Csv.withoutHeader(), "0,é\n0,10\n0,9\n0,a b\n0,A\n0,9\n").targets());
  }

  @Test
  void givenClassesKeepTheirOrderAndNeedNotOccur() throws IOException {
    Dataset data = read(Csv.withoutHeader().classes(List.of("z", "a", "m")), "0,m\n0,z\n");

    assertEquals(new Targets.Classes(List.of("z", "a", "m")), data.targets());
    assertArrayEquals(new float[][] {{0, 0, 1}, {1, 0, 0}}, targets(data));
  }

  @Test
  void binaryTargetsAreNumbersOrTexts() throws IOException {
    Dataset numbers = read(Csv.withoutHeader().binary(), "5,1\n5,0\n5,1.0\n");
    Dataset texts = read(Csv.withoutHeader().binary("R", "M"), "5,M\n5,R\n5,M\n");

    assertEquals(new Targets.Binary(), numbers.targets());
    assertArrayEquals(new float[][] {{1}, {0}, {1}}, targets(numbers));
    assertEquals(new Targets.Binary("R", "M"), texts.targets());
    assertArrayEquals(targets(numbers), targets(texts));
  }

  @Test
  void realTargetsAreNumbers() throws IOException {
    Dataset data = read(Csv.withoutHeader().real(), "5,24.5\n5,-1e-3\n");

    assertEquals(new Targets.Real(1), data.targets());
    assertArrayEquals(new float[][] {{24.5f}, {-1e-3f}}, targets(data));
  }

  @Test
  void numbersAreRoundedOnceToTheNearestFloat() throws IOException {
    // 1 + 2⁻²⁴ + 10⁻²⁰ lies above the middle of 1 and its neighbour; by way of double it would
    // become the middle and then 1.
    Dataset data =
        read(
            Csv.withoutHeader().real(),
            "1.00000005960464477540,0.1\n3.4028235e38,1e-46\n-0,1.4e-45\n");

    assertArrayEquals(new float[][] {{1.0000001f}, {Float.MAX_VALUE}, {-0f}}, features(data));
    assertArrayEquals(new float[][] {{0.1f}, {0}, {Float.MIN_VALUE}}, targets(data));
  }

  @Test
  void packedFileIsRead(@TempDir Path folder) throws IOException {
    byte[] text = "1,2.5,b\n-3,4e-3,a\n".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("t.csv"), IdxFiles.gzip(text));

    assertArrayEquals(FEATURES, features(Csv.withoutHeader().read(file)));
  }

  @Test
  void missingFileIsAnIoException(@TempDir Path folder) {
    Path missing = folder.resolve("absent.csv");

    assertThrows(NoSuchFileException.class, () -> Csv.withHeader().read(missing));
    assertThrows(IOException.class, () -> Csv.withHeader().read(folder));
  }

  @Test
  void impossibleOptionsAreRefusedAtOnce() {
    Csv csv = Csv.withoutHeader();

    assertEquals(
        "a file without a header has no column \"x\"; use Csv.withHeader() or target(index)",
        assertThrows(IllegalArgumentException.class, () -> csv.target("x")).getMessage());
    for (char c : new char[] {'"', '\n', '\r'}) {
      assertThrows(IllegalArgumentException.class, () -> csv.separator(c));
    }
    assertThrows(IllegalArgumentException.class, () -> csv.classes(List.of("a")));
    assertThrows(IllegalArgumentException.class, () -> csv.classes(List.of("a", "b", "a")));
    assertThrows(IllegalArgumentException.class, () -> csv.binary("a", "a"));
  }

  @Test
  void tenMegabytesInOneLineAreRead() throws IOException {
    // With the target these are the most columns that are read.
    int features = (1 << 20) - 1;
    String text = "1.2345678,".repeat(features) + "0\n" + "-1,".repeat(features) + "1\n";
    Dataset data = read(Csv.withoutHeader(), text);

    assertEquals(Shape.of(features), data.shape());
    assertEquals(1.2345678f, features(data)[0][features - 1]);
    assertEquals(-1, features(data)[1][0]);
  }

  @Test
  void theHeaderNamesTheFeaturesAndTheWordsStay(@TempDir Path temporary) throws IOException {
    Path file =
        Files.writeString(temporary.resolve("d.csv"), "x,c,y\n-1,benign,2\n1,malignant,3\n");
    Dataset data = Csv.withHeader().target("c").binary("benign", "malignant").read(file);
    assertEquals(List.of("x", "y"), data.featureNames());
    assertEquals(new Targets.Binary("benign", "malignant"), data.targets());
  }

  @Test
  void numbersOfArticlesAndHugeOnesStayApartAsTexts() throws IOException {
    for (List<String> labels :
        List.of(
            List.of("01234", "1234"),
            List.of("1e400", "2e400"),
            List.of("0", "1e-400"),
            List.of("9007199254740992", "9007199254740993"))) {
      String text = "1,%s\n2,%s\n".formatted(labels.get(0), labels.get(1));
      assertEquals(new Targets.Classes(labels), read(Csv.withoutHeader(), text).targets());
    }
    Csv texts = Csv.withoutHeader().classes(List.of("1", "1.0"));
    assertArrayEquals(new float[][] {{0, 1}, {1, 0}}, targets(read(texts, "5,1.0\n5,1\n")));
  }

  @Test
  void decimalCommaIsReadWhenItIsSaid() throws IOException {
    Csv csv = Csv.withHeader().separator(';').decimalComma();

    Dataset real = read(csv.real(), "x;y;z\n1;2,5;-1,5e1\n-3;4e-3;,5\n");
    assertArrayEquals(FEATURES, features(real));
    assertArrayEquals(new float[][] {{-15}, {0.5f}}, targets(real));
    assertEquals(
        new Targets.Classes(List.of("1,5", "2,5")), read(csv, "x;c\n1;1,5\n2;2,5\n").targets());
  }

  @Test
  void runsOfBlanksPartCells() throws IOException {
    Csv csv = Csv.withoutHeader().separator(' ').real();

    assertArrayEquals(
        new float[][] {{0.00632f, 18}, {0.02731f, 0}},
        features(read(csv, " 0.00632  18.00   24.00\n 0.02731\t0.00   21.60 \n  \n")));
    assertEquals(2, read(csv, "15.26\t\t14.84\t1\n14.88\t14.57\t2\n").rows());
  }

  /** What the messages about words, missing cells and files without a target send a reader to. */
  @Test
  void whoFollowsTheAdviceToUseASchemaGetsFurther() throws IOException {
    for (String text :
        List.of(
            "id,x,kind\np1,1,a\np2,2,b\np3,3,b\n",
            "sex,age,kind\nmale,1,a\nfemale,2,b\nmale,3,a\n",
            "x,y,kind\n1,?,a\n2,3,b\n3,,a\n")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      String refused =
          assertThrows(DataException.class, () -> Csv.withHeader().read(Source.of("t.csv", bytes)))
              .getMessage();
      assertTrue(refused.contains("Schema.infer(DataFile.read(file))"), refused);

      Table table = DataFile.of("t.csv", bytes).read();
      Dataset data = Schema.infer(table).fit(table).dataset(table);
      assertEquals(3, data.rows());
      assertEquals(new Targets.Binary("a", "b"), data.targets());
    }
  }

  @Test
  void linesThatBeginWithAHashAreNotLostInSilence() throws IOException {
    for (char separator : new char[] {',', ' '}) {
      byte[] text =
          "#1,2,a\n1,2,a\n3,4,b\n".replace(',', separator).getBytes(StandardCharsets.UTF_8);
      Csv csv = Csv.withoutHeader().separator(separator);
      assertEquals(
          "t.csv, line 1: begins with #; take comments out, or read the file with DataFile, which"
              + " leaves them out",
          assertThrows(DataException.class, () -> csv.read(Source.of("t.csv", text))).getMessage());
      Table table = DataFile.of("t.csv", text).read();
      assertEquals(2, table.rows());
      assertTrue(
          table
              .notes()
              .contains("lines that begin with # are left out as comments, the first is line 1"),
          table.notes().toString());
    }
    Table later =
        DataFile.of(
                "t.csv",
                ("x,y\n" + "1,2\n".repeat(600) + "#3,4\n").getBytes(StandardCharsets.UTF_8))
            .read();
    assertTrue(
        later
            .notes()
            .contains("lines that begin with # are left out as comments, the first is line 602"),
        later.notes().toString());
  }

  @Test
  void zipFileIsNamed(@TempDir Path folder) throws IOException {
    Path zip = Files.write(folder.resolve("t.csv"), new byte[] {'P', 'K', 3, 4, 0, 0});

    assertEquals(
        zip + ": a zip file: unpack it first",
        assertThrows(DataException.class, () -> Csv.withHeader().read(zip)).getMessage());
  }
}

package dev.nn.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.DataException;
import dev.nn.api.Shape;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  private static final byte[] TWO_IMAGES =
      IdxFiles.idx(
          IdxFiles.IMAGES,
          new int[] {2, 2, 3},
          new byte[] {0, 1, 51, 127, (byte) 128, (byte) 255, 10, 20, 30, 40, 50, 60});

  @TempDir Path folder;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path labels(int... labels) throws IOException {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return file("labels", IdxFiles.idx(IdxFiles.LABELS, new int[] {labels.length}, bytes));
  }

  @Test
  void pixelsAreUnsignedAndDividedBy255() throws IOException {
    IdxImages images = Idx.images(file("images", TWO_IMAGES));

    assertEquals(2, images.count());
    assertEquals(Shape.of(2, 3, 1), images.shape());
    assertArrayEquals(
        new float[] {0, 1 / 255f, 0.2f, 127 / 255f, 128 / 255f, 1}, images.features(0));
    assertThrows(IndexOutOfBoundsException.class, () -> images.features(2));
    assertThrows(IndexOutOfBoundsException.class, () -> images.features(-1));
  }

  @Test
  void labelsAreUnsigned() throws IOException {
    assertArrayEquals(new int[] {0, 9, 200, 255}, Idx.labels(labels(0, 9, 200, 255)));
  }

  @Test
  void examplesAreFlatRowsAndOneHotTargets() throws IOException {
    Dataset data = Idx.dataset(file("images", TWO_IMAGES), labels(9, 0));
    Matrix features = Matrix.zeros(3, 6);
    Matrix targets = Matrix.zeros(3, 10);
    targets.fill(7);
    data.readFeatures(1, features, 2);
    data.readTarget(0, targets, 1);

    assertEquals(2, data.rows());
    assertEquals(Shape.of(6), data.shape());
    assertEquals(Targets.Classes.numbered(10), data.targets());
    assertArrayEquals(
        new float[] {10 / 255f, 20 / 255f, 30 / 255f, 40 / 255f, 50 / 255f, 60 / 255f},
        features.row(2));
    assertArrayEquals(new float[6], features.row(1));
    assertArrayEquals(new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, targets.row(1));
    assertEquals(7, targets.get(0, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> data.readFeatures(2, features, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> data.readTarget(-1, targets, 0));
    assertEquals(Shape.of(2, 3, 1), data.reshape(Shape.of(2, 3, 1)).shape());
  }

  @Test
  void packedFilesAreRecognisedByContentAndNotByName() throws IOException {
    Path packed = file("images.idx", IdxFiles.gzip(TWO_IMAGES));
    Path plain = file("images.gz", TWO_IMAGES);

    assertArrayEquals(Idx.images(plain).features(1), Idx.images(packed).features(1));
  }

  @Test
  void moreImagesThanLabelsAreRefused() throws IOException {
    Path images = file("images", TWO_IMAGES);
    Path labels = labels(1, 2, 3);
    DataException e = assertThrows(DataException.class, () -> Idx.dataset(images, labels));

    assertEquals(images + " has 2 images but " + labels + " has 3 labels", e.getMessage());
  }

  @Test
  void labelThatIsNoClassIsRefused() throws IOException {
    Path images = file("images", TWO_IMAGES);
    Path labels = labels(9, 10);
    DataException e = assertThrows(DataException.class, () -> Idx.dataset(images, labels));

    assertEquals(
        labels
            + ": label 10 of image 1 is not the index of a class, 0 to 9; where labels count from 1,"
            + " subtract 1 from those that Idx.labels reads",
        e.getMessage());
  }

  @Test
  void otherClassesCanBeGiven() throws IOException {
    Targets.Classes letters = new Targets.Classes(List.of("a", "b", "c"));
    Path images = file("images", TWO_IMAGES);

    assertEquals(letters, Idx.dataset(images, labels(2, 0), letters).targets());
    Path wrong = labels(0, 3);
    assertThrows(DataException.class, () -> Idx.dataset(images, wrong, letters));
  }

  @Test
  void imagesAndLabelsMixedUpAreNamed() throws IOException {
    Path labels = labels(1, 2);
    DataException e = assertThrows(DataException.class, () -> Idx.images(labels));

    assertEquals(
        labels
            + ": unsigned bytes in 1 dimension (2), but images are unsigned bytes in 3 dimensions"
            + " (number, height, width) or 4 (number, height, width, channels); these look like"
            + " labels, which Idx.labels reads",
        e.getMessage());
  }

  @Test
  void labelsAreWholeNumbersOfAnyType() throws IOException {
    byte[] ints = {0, 0, 0, 7, 0, 0, 1, 0};
    assertArrayEquals(
        new int[] {7, 256}, Idx.labels(file("ints", IdxFiles.idx(0xc01, new int[] {2}, ints))));
    byte[] shorts = {0, 7, (byte) 0xff, (byte) 0xff};
    assertArrayEquals(
        new int[] {7, -1}, Idx.labels(file("shorts", IdxFiles.idx(0xb01, new int[] {2}, shorts))));
  }

  @Test
  void imagesOfColourHaveChannels() throws IOException {
    byte[] pixels = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255};
    IdxImages images =
        Idx.images(file("colour", IdxFiles.idx(0x804, new int[] {1, 2, 1, 3}, pixels)));

    assertEquals(Shape.of(2, 1, 3), images.shape());
    assertArrayEquals(new float[] {0, 0.2f, 0.4f, 0.6f, 0.8f, 1}, images.features(0));
    assertEquals(Shape.of(1, 2, 3), images.transposed().shape());
    assertArrayEquals(images.features(0), images.transposed().features(0));
  }

  @Test
  void imagesThatLieOnTheirSideAreTurned() throws IOException {
    IdxImages images = Idx.images(file("images", TWO_IMAGES)).transposed();

    assertEquals(Shape.of(3, 2, 1), images.shape());
    assertArrayEquals(
        new float[] {10 / 255f, 40 / 255f, 20 / 255f, 50 / 255f, 30 / 255f, 60 / 255f},
        images.features(1));
    assertArrayEquals(
        Idx.images(file("images", TWO_IMAGES)).features(1), images.transposed().features(1));
  }

  @Test
  void labelsThatCountFromOneAreMovedBeforeTheyMeetTheImages() throws IOException {
    int[] letters = Idx.labels(labels(2, 1));
    Arrays.setAll(letters, i -> letters[i] - 1);
    Dataset data =
        Idx.dataset(
            Idx.images(file("images", TWO_IMAGES)),
            letters,
            new Targets.Classes(List.of("a", "b")));
    letters[0] = 0;
    Matrix targets = Matrix.zeros(1, 2);
    data.readTarget(0, targets, 0);

    assertArrayEquals(new float[] {0, 1}, targets.row(0));
  }

  @Test
  void whatWasDownloadedByMistakeIsNamed() throws IOException {
    Path zip = file("zip", new byte[] {'P', 'K', 3, 4, 0, 0});
    Path page = file("page", "<!DOCTYPE html><html>not found</html>".getBytes(UTF_8));

    for (Executable read : new Executable[] {() -> Idx.images(zip), () -> Idx.labels(zip)}) {
      assertEquals(
          zip + ": a zip file: unpack it first",
          assertThrows(DataException.class, read).getMessage());
    }
    assertEquals(
        page + ": a web page, not data: what was downloaded is a page about the file or an error",
        assertThrows(DataException.class, () -> Idx.images(page)).getMessage());
  }

  @Test
  void missingFileIsAnIoException() {
    Path missing = folder.resolve("absent");
    NoSuchFileException e = assertThrows(NoSuchFileException.class, () -> Idx.images(missing));

    assertEquals(missing.toString(), e.getFile());
    assertThrows(IOException.class, () -> Idx.labels(folder));
  }
}

package dev.nn.examples.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of somebody with a table and no Java code. */
class TableCommandsTest {
  private static final long SEED = 8;

  @TempDir private Path folder;

  private Path table() throws IOException {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder("name,size,place,kind\n");
    for (int i = 0; i < 300; i++) {
      double size = random.nextDouble() * 100;
      String place = random.nextBoolean() ? "town" : "farm";
      String kind = size > (place.equals("town") ? 30 : 70) ? "dear" : "cheap";
      text.append("house %s,%s,%s,%s\n".formatted(i, size, place, kind));
    }
    return Files.writeString(folder.resolve("houses.csv"), text);
  }

  @Test
  void aTableBecomesAModelThatPredictsNewRows() throws IOException {
    Path model = folder.resolve("houses.safetensors");
    Run train = Console.nn("train", table().toString(), "--save", model.toString());
    assertEquals(0, train.status(), train.out() + train.err());
    assertTrue(train.out().contains("The model is better than guessing"), train.out());
    List<String> last = train.lines().subList(train.lines().size() - 3, train.lines().size());
    assertTrue(last.get(0).matches("test accuracy (0\\.9\\d{3}|1\\.0000)"), last.toString());
    assertTrue(last.get(1).matches("baseline 0\\.[3-7]\\d{3}"), last.toString());
    assertTrue(last.get(2).matches("weights sha256 [0-9a-f]{64}"), last.toString());

    Path rows = Files.writeString(folder.resolve("new.csv"), "place,size\ntown,95\nfarm,5\n");
    Run predict = Console.nn("predict", model.toString(), rows.toString());
    assertEquals(0, predict.status(), predict.err());
    assertEquals("kind\ndear\ncheap\n", predict.out());

    Path output = folder.resolve("out.csv");
    Run more =
        Console.nn(
            "predict",
            model.toString(),
            rows.toString(),
            "--probabilities",
            "--output",
            output.toString());
    assertEquals(0, more.status(), more.err());
    List<String> lines = Files.readAllLines(output);
    assertEquals(3, lines.size());
    assertEquals("kind,probability_cheap,probability_dear", lines.get(0));
  }

  /** Each column of the target has a cell of its own, in the words of the table. */
  @Test
  void severalLabelsArePredictedInAColumnEach() throws IOException {
    StringBuilder text = new StringBuilder("size,big,hot\n");
    for (int i = 0; i < 200; i++) {
      int size = i * 37 % 100;
      text.append(
          "%s,%s,%s\n".formatted(size, size > 50 ? "yes" : "no", size < 30 ? "hot" : "cold"));
    }
    Path table = Files.writeString(folder.resolve("labels.csv"), text);
    Path model = folder.resolve("labels.safetensors");
    Run train =
        Console.nn(
            "train",
            table.toString(),
            "--columns",
            "big=target(kind=labels), hot=target(kind=labels)",
            "--save",
            model.toString());
    assertEquals(0, train.status(), train.out() + train.err());
    Path rows = Files.writeString(folder.resolve("new.csv"), "size\n95\n3\n");
    Run predict = Console.nn("predict", model.toString(), rows.toString());
    assertEquals("big,hot\nyes,cold\nno,hot\n", predict.out());
    Run more = Console.nn("predict", model.toString(), rows.toString(), "--probabilities");
    List<String> lines = more.lines();
    assertEquals("big,hot,probability_big,probability_hot", lines.get(0));
    assertTrue(
        lines.get(1).matches("yes,cold,(0\\.[5-9]\\d*|1),(0\\.[0-4]\\d*|.*E-.*)"), lines.get(1));
  }

  @Test
  void aSavedModelIsTestedOnOtherRowsOfTheSameKind() throws IOException {
    Path model = folder.resolve("houses.safetensors");
    Path table = table();
    Run train = Console.nn("train", table.toString(), "--save", model.toString(), "--quiet");
    Run evaluate = Console.nn("evaluate", model.toString(), table.toString());

    assertEquals(0, evaluate.status(), evaluate.err());
    List<String> last =
        evaluate.lines().subList(evaluate.lines().size() - 3, evaluate.lines().size());
    assertTrue(last.get(0).matches("test accuracy (0\\.9\\d{3}|1\\.0000)"), last.toString());
    assertEquals(train.lines().get(2), last.get(2));
    assertTrue(evaluate.out().contains("precision"), evaluate.out());

    Path xor = folder.resolve("xor.safetensors");
    Console.nn("xor", "--save", xor.toString(), "--quiet");
    Run wrong = Console.nn("evaluate", xor.toString(), table.toString());
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("was not made from a table: leave out"), wrong.err());
    assertEquals(0, Console.nn("evaluate", xor.toString()).status());
  }

  /** Nothing can be learnt from a row without its target, so it changes nothing but is counted. */
  @Test
  void rowsWithoutATargetAreLeftOutAndCounted() throws IOException {
    Path whole = table();
    List<String> lines = new ArrayList<>(Files.readAllLines(whole));
    lines.add(7, "house x,12.5,town,");
    lines.add("house y,80,farm,?");
    Path holes = Files.write(folder.resolve("holes.csv"), lines);
    Run with = Console.nn("train", holes.toString(), "--epochs", "5");
    Run without = Console.nn("train", whole.toString(), "--epochs", "5");
    assertTrue(with.err().contains("holes.csv: left out 2 rows without kind, of 302"), with::err);
    assertEquals(hash(without), hash(with));

    Path model = folder.resolve("houses.safetensors");
    Console.nn("train", whole.toString(), "--save", model.toString(), "--quiet");
    Run evaluate = Console.nn("evaluate", model.toString(), holes.toString());
    assertTrue(evaluate.err().contains("left out 2 rows without kind, of 302"), evaluate::err);
    assertEquals(Console.nn("evaluate", model.toString(), whole.toString()).out(), evaluate.out());
  }

  /** The rows stay in the file, and all that is printed is as for the same rows in memory. */
  @Test
  void aConvertedTableIsTrainedOnAndJudgedLikeTheTableItself() throws IOException {
    Path table = table();
    List<String> lines = Files.readAllLines(table);
    lines.subList(1, 201).clear();
    Path test = Files.write(folder.resolve("test.csv"), lines);
    String converted = folder.resolve("houses.safetensors").toString();
    String tests = folder.resolve("test.safetensors").toString();
    Console.nn("convert", table.toString(), "--output", converted);
    Console.nn("convert", test.toString(), "--output", tests, "--schema-of", converted);

    Run inMemory = Console.nn("train", table.toString(), "--test-data", test.toString());
    Path model = folder.resolve("model.safetensors");
    Run mapped = Console.nn("train", converted, "--test-data", tests, "--save", model.toString());
    assertEquals(0, mapped.status(), mapped::err);
    assertEquals(ending(inMemory), ending(mapped));
    assertTrue(ending(mapped).contains("precision"), mapped::out);
    Run predict = Console.nn("predict", model.toString(), test.toString());
    assertEquals(0, predict.status(), predict::err);

    Run divided = Console.nn("train", converted);
    assertTrue(divided.out().contains(", of 60 rows"), divided::out);
    assertEquals(Console.nn("train", converted, "--test", "0.2").out(), divided.out());
    Run twice = Console.nn("train", converted, "--test-data", converted, "--folds", "3");
    assertEquals(2, twice.status());
    Run folds = Console.nn("train", converted, "--folds", "3");
    assertEquals(2, folds.status());
    assertTrue(folds.err().contains("--folds needs the table itself"), folds::err);
    Run other = Console.nn("train", converted, "--test-data", model.toString());
    assertEquals(1, other.status());
    assertTrue(other.err().contains("model.safetensors"), other::err);
    Path whole = folder.resolve("other.safetensors");
    Console.nn("convert", test.toString(), "--output", whole.toString());
    Run wrong = Console.nn("train", converted, "--test-data", whole.toString());
    assertEquals(1, wrong.status());
    assertTrue(wrong.err().contains("convert it with --schema-of " + converted), wrong::err);
  }

  /** What is printed from the verdict on. */
  private static String ending(Run run) {
    return run.out().substring(run.out().indexOf("\naccuracy "));
  }

  private static String hash(Run run) {
    return run.lines().get(run.lines().size() - 1);
  }

  /** Classes that no column tells would be learnt by heart: the training ends before it does so. */
  @Test
  void trainingOnManyRowsEndsWhenNothingMoreIsLearnt() throws IOException {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder("a,b,c,kind\n");
    for (int i = 0; i < 2600; i++) {
      String kind = random.nextInt(10) == 0 ? "rare" : "usual";
      text.append(
          "%s,%s,%s,%s\n"
              .formatted(
                  random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), kind));
    }
    String table = Files.writeString(folder.resolve("noise.csv"), text).toString();
    Run early = Console.nn("train", table);
    assertTrue(early.out().contains("at most 50 epochs"), early::out);
    assertFalse(early.err().contains("epoch 50/50"), early::err);
    String accuracy = early.lines().get(early.lines().size() - 3);
    assertEquals(0.9, Double.parseDouble(accuracy.replace("test accuracy ", "")), 0.02);
    Run all = Console.nn("train", table, "--keep", "last");
    assertTrue(all.out().contains("· 50 epochs"), all::out);
    assertTrue(all.err().contains("epoch 50/50"), all::err);
  }

  @Test
  void whatTheColumnsAreTakenForIsShown() throws IOException {
    Run run = Console.nn("describe", table().toString());
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("300 rows, 4 columns"), run.out());
    assertTrue(
        run.lines().stream()
            .anyMatch(
                line -> line.matches("place +texts +0 +2 +[▁-█]{2} +\"\\w+\" \\(1\\d\\d\\), .*")),
        run.out());
    assertTrue(
        run.out().lines().anyMatch(line -> line.matches("name +texts +ignore.*")), run.out());
    assertTrue(
        run.out().lines().anyMatch(line -> line.matches("place +texts +categorical.*")), run.out());
  }

  /** Of 300 rows each of 4 parts has 75; the model is the one that all rows make. */
  @Test
  void crossValidationTestsEveryRowOnceAndKeepsAModelOfAllRows() throws IOException {
    String table = table().toString();
    Run folds = Console.nn("train", table, "--folds", "4", "--epochs", "20");
    assertEquals(0, folds.status(), folds.err());
    List<String> parts =
        folds.lines().stream().filter(line -> line.matches("1 +[1-4] +75 .*")).toList();
    assertEquals(4, parts.size(), folds.out());
    double mean =
        parts.stream()
            .mapToDouble(line -> Double.parseDouble(line.split(" +")[3]))
            .average()
            .orElse(0);
    String accuracy = folds.lines().get(folds.lines().size() - 3);
    assertEquals(mean, Double.parseDouble(accuracy.replace("test accuracy ", "")), 1e-4);

    Run all = Console.nn("train", table, "--test-data", table, "--epochs", "20", "--quiet");
    assertEquals(all.lines().get(2), folds.lines().get(folds.lines().size() - 1));
  }

  @Test
  void optionsOfFoldsThatContradictSayWhatToTypeInstead() throws IOException {
    String table = table().toString();
    Run test = Console.nn("train", table, "--folds", "4", "--test", "0.3");
    assertEquals(2, test.status());
    assertTrue(test.err().contains("--test cannot be given with it"), test.err());
    Run one = Console.nn("train", table, "--folds", "1");
    assertEquals(2, one.status());
    assertTrue(one.err().contains("--folds must be at least 2, got 1"), one.err());
    Run group = Console.nn("train", table, "--group", "place");
    assertEquals(2, group.status());
    assertTrue(group.err().contains("add --folds 5"), group.err());
    Run save = Console.nn("train", table, "--folds", "4", "--save", folder + "/none/a.safetensors");
    assertEquals(2, save.status());
    assertTrue(save.err().contains("--save: there is no folder"), save.err());
    assertEquals("", save.out());
    Run places = Console.nn("train", table, "--folds", "5", "--group", "place");
    assertEquals(1, places.status());
    assertTrue(places.err().contains("2 groups cannot be parted into 5 folds"), places.err());
    Run grouped =
        Console.nn("train", table, "--folds", "2", "--group", "place", "--epochs", "2", "--quiet");
    assertTrue(grouped.out().startsWith("test accuracy "), grouped.out() + grouped.err());
  }

  @Test
  void aTargetOfNumbersIsJudgedInItsUnit() throws IOException {
    Run run = Console.nn("train", table().toString(), "--target", "size", "--epochs", "20");
    assertTrue(
        run.lines().get(run.lines().size() - 3).matches("test rmse \\d+\\.\\d{4}"), run.out());
  }

  @Test
  void columnsThatTellNothingGiveAFailure() throws IOException {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder("x,kind\n");
    for (int i = 0; i < 200; i++) {
      text.append(random.nextDouble()).append(',').append(i % 10 == 0 ? "a" : "b").append('\n');
    }
    Path file = Files.writeString(folder.resolve("noise.csv"), text);
    Run run = Console.nn("train", file.toString(), "--epochs", "5");
    assertEquals(1, run.status(), run.out());
    assertTrue(run.out().contains("no better than guessing"), run.out());
  }

  @Test
  void whatIsNoTableOrNoColumnIsSaid() throws IOException {
    Run missing = Console.nn("train", folder.resolve("none.csv").toString());
    assertEquals(1, missing.status());
    assertTrue(missing.err().contains("none.csv"), missing.err());
    Run column = Console.nn("train", table().toString(), "--target", "kinds");
    assertEquals(1, column.status());
    assertTrue(column.err().contains("kinds") && column.err().contains("kind"), column.err());
  }

  private String described(String text, String... options) throws IOException {
    Path table = Files.writeString(folder.resolve("table.txt"), text);
    List<String> arguments = new ArrayList<>(List.of("describe", table.toString()));
    arguments.addAll(List.of(options));
    Run run = Console.nn(arguments.toArray(String[]::new));
    assertEquals(0, run.status(), run.err());
    return run.err() + run.out();
  }

  @ParameterizedTest
  @CsvSource({"train, 20", "train, 0", "train, 1", "search, -0.1", "train, NaN"})
  void whatIsNoShareIsWrongUsage(String command, String share) throws IOException {
    Run run = Console.nn(command, table().toString(), "--test", share);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("such as --test 0.2 for a fifth, not "), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "\""})
  void whatCannotPartCellsIsSaid(String separator) throws IOException {
    Run run = Console.nn("describe", table().toString(), "--separator", separator);
    assertEquals(1, run.status());
    assertTrue(run.err().contains("--separator is one character or tab"), run.err());
    assertFalse(run.err().contains("unexpected"), run.err());
  }

  /** Where the guess is wrong, whoever does what the note says gets further. */
  @Test
  void howATextIsToBeReadCanBeSaid() throws IOException {
    String years = "2019,2020,kind\n1,2,a\n3,4,b\n5,6,a\n";
    String guessed = described(years, "--header");
    assertTrue(guessed.contains("line 1 names the columns"), guessed);
    assertTrue(guessed.contains("(header(false), or --no-header)"), guessed);
    assertTrue(described(years, "--no-header").contains("no header: line 1 is the first row"));
    String words = "a,b\nc,d\ne,f\n";
    assertTrue(described(words, "--header").contains("line 1 names the columns"));

    String odd = "x y!z\n1!3\n4!6\n7!9\n8!2\n";
    String parted = described(odd, "--separator", "!", "--missing", "-999,6");
    assertTrue(parted.contains("cells parted by"), parted);
    assertTrue(parted.contains("x y"), parted);
    assertTrue(parted.contains("z       numbers  1 "), parted);
    Run wrong = Console.nn("describe", folder.resolve("table.txt").toString(), "--separator", "!!");
    String character =
        "--separator is one character or tab, such as --separator \";\", and no double quote or #, not \"!!\"";
    assertTrue(wrong.err().contains(character), wrong.err());

    String sparse = "1 1:2.5 3:1\n0 2:4\n1 1:1\n";
    String base = described(sparse);
    assertTrue(base.contains("(zeroBased(true), or --zero-based)"), base);
    String zero = described(sparse, "--zero-based");
    assertTrue(zero.contains("indices count from 0"), zero);
    assertTrue(described(sparse, "--no-zero-based").contains("indices count from 1"));
    Path zeros = Files.writeString(folder.resolve("zeros.txt"), "1 0:2.5 3:1\n0 2:4\n");
    Run refused = Console.nn("describe", zeros.toString(), "--no-zero-based");
    assertTrue(refused.err().contains("leave zeroBased(false), or --no-zero-based, out"));
    assertEquals(0, Console.nn("describe", zeros.toString()).status());
  }

  /** What a newcomer with a table from Germany met, one after the other. */
  @Test
  void pointsBetweenThousandsAreSeenAndRead() throws IOException {
    String points = "Zimmer;Preis\n1;283.292\n2;304.100\n3;401.900\n4;512.000\n";
    String guessed = described(points);
    assertTrue(
        guessed.contains(
            "column \"Preis\" is read with a decimal point, so \"283.292\" is less than a thousand; if its"
                + " points part thousands, read the table with --decimal-comma"),
        guessed);
    String mixed = "n;Zimmer;Preis\n1;1,5;283.292\n2;2;1.304.100\n3;3,5;401.900,50\n5;4;512\n";
    String advised = described(mixed);
    assertTrue(advised.contains("column \"Zimmer\" holds numbers with a comma"), advised);
    assertTrue(advised.contains("column \"Preis\" holds numbers with a comma"), advised);
    String read = described(mixed, "--decimal-comma");
    assertTrue(read.contains("1304100"), read);
    assertTrue(read.contains("401900.5") || read.contains("512"), read);
  }

  @Test
  void aTargetThatIsAnotherTextInEachRowIsRefusedBeforeTheTraining() throws IOException {
    StringBuilder text = new StringBuilder("x,name\n");
    for (int i = 0; i < 60; i++) {
      text.append(i * 37 % 60).append(",n").append(i).append('\n');
    }
    Path table = Files.writeString(folder.resolve("names.csv"), text);
    Run run = Console.nn("train", table.toString(), "--target", "name");
    assertEquals(1, run.status());
    assertTrue(run.err().contains("has another text in each of the"), run.err());
  }

  @Test
  void severalTargetsAreToldHow() throws IOException {
    Path table = Files.writeString(folder.resolve("two.csv"), "x,a,b\n1,0,1\n2,1,0\n3,1,1\n");
    Run run = Console.nn("train", table.toString(), "--target", "a, b");
    assertTrue(
        run.err().contains("say --columns \"a=target(kind=labels), b=target(kind=labels)\""),
        run.err());
  }

  @Test
  void predictionsStandBesideTheColumnsThatTellWhoseTheyAre() throws IOException {
    StringBuilder text = new StringBuilder("id,size,kind\n");
    for (int i = 0; i < 100; i++) {
      int size = i * 37 % 100;
      text.append("k%s,%s,%s\n".formatted(i, size, size > 50 ? "big" : "small"));
    }
    Path table = Files.writeString(folder.resolve("sizes.csv"), text);
    Path model = folder.resolve("sizes.safetensors");
    Run train = Console.nn("train", table.toString(), "--save", model.toString());
    assertEquals(0, train.status(), train.err());
    Path rows = Files.writeString(folder.resolve("rows.csv"), "id,size\nA,95\nB,3\n");
    Run predict = Console.nn("predict", model.toString(), rows.toString(), "--with", "id,size");
    assertEquals("id,size,kind\nA,95,big\nB,3,small\n", predict.out(), predict.err());
    Run evaluate = Console.nn("evaluate", model.toString(), rows.toString());
    assertTrue(
        evaluate
            .err()
            .contains(
                "has no column kind, so there are no answers to compare with; \"nn predict\" predicts"
                    + " them"),
        evaluate.err());
  }

  /** A cell that is none makes its column one of texts, where the others have decimal commas. */
  @Test
  void theCellThatIsNoNumberIsToBlame() throws IOException {
    StringBuilder text = new StringBuilder("size;rooms;kind\n");
    for (int i = 0; i < 60; i++) {
      text.append(i).append(",5;").append(i % 4 + 1).append(i < 30 ? ";small\n" : ";large\n");
    }
    Path table = Files.writeString(folder.resolve("comma.csv"), text);
    Path model = folder.resolve("comma.safetensors");
    Run train =
        Console.nn("train", table.toString(), "--decimal-comma", "--save", model.toString());
    assertEquals(0, train.status(), train.out() + train.err());
    Path bad = Files.writeString(folder.resolve("bad.csv"), "size;rooms\n64,2;3\nabc;3\n1,5;2\n");
    Run blamed = Console.nn("predict", model.toString(), bad.toString(), "--decimal-comma");
    assertTrue(blamed.err().contains("row 2, column \"size\": \"abc\" is not a number"));
    Path good = Files.writeString(folder.resolve("good.csv"), "size;rooms\n64,2;3\n1,5;2\n");
    Run hint = Console.nn("predict", model.toString(), good.toString());
    assertTrue(hint.err().contains("\"64,2\" is no number with a decimal point"), hint.err());
    assertTrue(hint.err().contains("--decimal-comma"), hint.err());

    Path points = Files.writeString(folder.resolve("p.csv"), "size;rooms\n64,2;3\n1.5;2\n");
    Run mixed = Console.nn("predict", model.toString(), points.toString(), "--decimal-comma");
    assertTrue(
        mixed.err().contains("\"1.5\" has a decimal point, and \"64,2\" a comma"), mixed.err());
    Path thousands = Files.writeString(folder.resolve("t.csv"), "size;rooms\n1,083;3\n950;2\n");
    Run told = Console.nn("predict", model.toString(), thousands.toString());
    assertTrue(told.err().contains("if it stands between thousands, take it out"), told.err());

    Run beside =
        Console.nn(
            "predict",
            model.toString(),
            table.toString(),
            "--decimal-comma",
            "--with",
            "kind",
            "--probabilities");
    assertEquals("kind,predicted_kind,probability_large,probability_small", beside.lines().get(0));
  }

  @Test
  void commasBetweenThousandsAreNoDecimalCommas() throws IOException {
    StringBuilder text = new StringBuilder("town;sqft;price\n");
    for (int i = 0; i < 30; i++) {
      text.append(i % 2 == 0 ? "Austin;1,0" : "Boston;9")
          .append(10 + i)
          .append(";")
          .append(2000 + i);
      text.append('\n');
    }
    Path table = Files.writeString(folder.resolve("us.csv"), text);
    Run run = Console.nn("describe", table.toString());
    assertTrue(run.out().contains("if these stand between thousands, take them out"), run.out());
  }

  @Test
  void theOnlyFeatureAndYearsAreUsedThoughTheyCount() throws IOException {
    StringBuilder only = new StringBuilder("celsius,fahrenheit\n");
    StringBuilder years = new StringBuilder("year,rain,temp\n");
    StringBuilder ids = new StringBuilder("id,rain,temp\n");
    for (int i = 0; i < 60; i++) {
      only.append(i - 40).append(',').append(1.8 * (i - 40) + 32).append('\n');
      String rest = "," + (i * 37 % 11 + 0.5) + "," + (i * 31 % 13 + 0.25) + "\n";
      years.append(1950 + i).append(rest);
      ids.append(1 + i).append(rest);
    }
    Path table = Files.writeString(folder.resolve("only.csv"), only);
    String described = Console.nn("describe", table.toString()).out();
    assertTrue(described.contains("the only feature"), described);
    assertFalse(described.contains("it is left out"), described);
    assertTrue(described.contains("it is used, since there is nothing else"), described);
    Path yearly = Files.writeString(folder.resolve("years.csv"), years);
    assertFalse(Console.nn("describe", yearly.toString()).out().contains("counts the rows"));
    Path counted = Files.writeString(folder.resolve("ids.csv"), ids);
    assertTrue(Console.nn("describe", counted.toString()).out().contains("counts the rows"));
  }

  @Test
  void aFolderIsNoTable() {
    Run run = Console.nn("describe", folder.toString());
    assertEquals(1, run.status());
    assertTrue(run.err().contains(folder + " is a folder; name a file in it"), run.err());
  }

  @Test
  void aCheckpointOfATableSaysHowToGoOn() throws IOException {
    Path points = folder.resolve("points");
    Run train =
        Console.nn("train", table().toString(), "--epochs", "2", "--checkpoint", points.toString());
    assertFalse(train.err().contains("unexpected"), train.err());
    try (Stream<Path> files = Files.list(points)) {
      Path point =
          files.filter(file -> file.toString().endsWith(".safetensors")).findFirst().orElseThrow();
      Run run = Console.nn("evaluate", point.toString(), table().toString());
      assertTrue(run.err().contains("is a checkpoint, which does not know the columns"), run.err());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--test=0.2", "--folds=2"})
  void aModelThatNoFileCouldHoldIsRefusedBeforeItsTraining(String judged) throws IOException {
    StringBuilder text = new StringBuilder("user,x,y\n");
    for (int i = 0; i < 60_000; i++) {
      text.append("user-").append("x".repeat(100)).append(i);
      text.append(',').append(i % 7).append(i % 3 == 0 ? ",yes\n" : ",no\n");
    }
    Path table = Files.writeString(folder.resolve("users.csv"), text);
    String columns = "user=categorical(encoding=ordinal)";
    String model = folder.resolve("model.safetensors").toString();
    Run run =
        Console.nn(
            "train",
            table.toString(),
            "--columns",
            columns,
            judged,
            "--save",
            model,
            "--threads=1");
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("--save: the model would not fit into a file"), run.err());
    assertFalse(run.out().contains("epoch 1") || run.out().contains("training 2"), run.out());
  }
}

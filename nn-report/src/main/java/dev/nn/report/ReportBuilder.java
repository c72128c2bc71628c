package dev.nn.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ul;

import dev.nn.core.LayerHealth;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.EpochRecord;
import dev.nn.data.TableSplit;
import dev.nn.data.TabularModel;
import dev.nn.data.judge.CrossValidation;
import dev.nn.data.judge.Importance;
import dev.nn.data.judge.Importance.ColumnImportance;
import dev.nn.data.judge.Judgement;
import dev.nn.data.judge.WorstMistakes;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.report.page.Chart;
import dev.nn.report.page.PageFiles;
import dev.nn.report.page.PageJson;
import dev.nn.report.page.Section;
import dev.nn.report.section.ColumnsSection;
import dev.nn.report.section.FoldsSection;
import dev.nn.report.section.HealthSection;
import dev.nn.report.section.ImportanceSection;
import dev.nn.report.section.JudgementSections;
import dev.nn.report.section.LearningSection;
import dev.nn.report.section.MistakesSection;
import dev.nn.report.section.NetworkSection;
import dev.nn.report.section.OriginSection;
import dev.nn.report.section.Verdict;
import j2html.utils.EscapeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Collects what goes into a {@link Report}; whatever is not given is left out. */
public final class ReportBuilder {
  private static final long MOST_ROWS_SHUFFLED = 10_000;
  private static final long FEWEST_ROWS_SHUFFLED = 200;
  private static final long MOST_CELLS_SHUFFLED = 50_000_000;
  private static final int REPEATS = 5;
  private static final int MISTAKES = 10;

  private final String title;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private String verdict = "";
  private String command = "";
  private List<EpochRecord> history = List.of();
  private List<LayerHealth> health = List.of();
  private List<String> remarks = List.of();
  private List<WorstMistakes> mistakes = List.of();
  private List<Integer> rowPlaces = List.of();
  private @Nullable Table judgedRows;
  private @Nullable Section columns;
  private @Nullable Network network;
  private @Nullable Judgement judgement;
  private @Nullable Importance importance;
  private @Nullable CrossValidation folds;

  ReportBuilder(String title) {
    this.title = title;
  }

  /** The verdict in a sentence, where no {@link #judgement} gives one. */
  public ReportBuilder verdict(String sentence) {
    verdict = Objects.requireNonNull(sentence, "sentence");
    return this;
  }

  /** What the columns are for, and what they hold. */
  public ReportBuilder columns(Schema schema, Table table) {
    columns = ColumnsSection.of(schema, table);
    return this;
  }

  /** The network as a picture. */
  public ReportBuilder network(Network shown) {
    network = Objects.requireNonNull(shown, "shown");
    return this;
  }

  /**
   * {@link #judged(TabularModel, TableSplit, Judgement)} with a judgement of the same rows.
   *
   * @throws dev.nn.api.DataException if a row cannot be used, or a prediction is NaN or infinite
   */
  public ReportBuilder judged(TabularModel model, TableSplit split) {
    return judged(model, split, Judgement.of(model, split.train(), split.test()));
  }

  /**
   * All that a model and rows tell: {@link #network}, {@link #judgement}, {@link #importance} with
   * five shuffles, the ten worst {@link #mistakes}, {@link #health}, and the hash of its weights.
   * Importance and health look at 10,000 rows at most, and at fewer if there are more than 70
   * columns, so that a wide table does not take minutes.
   *
   * @param split the rows that it learnt from, and those that it was judged by
   * @param found how good it is on the latter
   * @throws dev.nn.api.DataException if a row cannot be used
   */
  public ReportBuilder judged(TabularModel model, TableSplit split, Judgement found) {
    Table test = split.test();
    Table some = some(test, model.schema().columns().size());
    return network(model.model().network())
        .judgement(found)
        .importance(Importance.of(model, some, REPEATS, 0))
        .mistakes(WorstMistakes.of(model, test, MISTAKES), test, split.testRows())
        .health(health(model, some))
        .fact("weights sha256", model.model().weightsSha256());
  }

  /**
   * What a model and rows of numbers tell: {@link #network}, {@link #judgement}, {@link #health}
   * over 10,000 rows at most, and the hash of its weights.
   *
   * @param test the rows that it was judged by
   * @param found how good it is on them
   */
  public ReportBuilder judged(Model model, Dataset test, Judgement found) {
    int rows = (int) Math.min(test.rows(), MOST_ROWS_SHUFFLED);
    int[] some = IntStream.range(0, rows).map(i -> (int) ((long) i * test.rows() / rows)).toArray();
    return network(model.network())
        .judgement(found)
        .health(model.health(test.select(some)))
        .fact("weights sha256", model.weightsSha256());
  }

  /** Of features alone: a row may have a target that training did not see. */
  private static List<LayerHealth> health(TabularModel model, Table rows) {
    float[][] features = model.schema().features(rows);
    return model.model().health(Dataset.regression(features, new float[features.length]));
  }

  /** Rows at equal distances. Each column is shuffled, and all are read again each time. */
  private static Table some(Table table, int columns) {
    long affordable = MOST_CELLS_SHUFFLED / Math.max(1L, (long) columns * columns);
    long rows = Math.min(MOST_ROWS_SHUFFLED, Math.max(FEWEST_ROWS_SHUFFLED, affordable));
    return table.rows() <= rows
        ? table
        : table.select(LongStream.range(0, rows).mapToInt(i -> at(i, table, rows)).toArray());
  }

  private static int at(long index, Table table, long of) {
    return (int) (index * table.rows() / of);
  }

  /** How good the model is, from which the verdict follows. */
  public ReportBuilder judgement(Judgement found) {
    judgement = Objects.requireNonNull(found, "found");
    return this;
  }

  /** The epochs of the training. */
  public ReportBuilder history(List<EpochRecord> epochs) {
    history = List.copyOf(epochs);
    return this;
  }

  /** Which columns the model leans on. */
  public ReportBuilder importance(Importance found) {
    importance = Objects.requireNonNull(found, "found");
    return this;
  }

  /**
   * The worst mistakes.
   *
   * @param found one element for each column of the target
   * @param rows the rows that were judged, from which cells are shown
   */
  public ReportBuilder mistakes(List<WorstMistakes> found, Table rows) {
    return mistakes(found, rows, List.of());
  }

  /**
   * The same, with the places of the rows in the table that they were taken from, so that they can
   * be found there.
   *
   * @param places of each row, from 0, as {@link TableSplit#testRows} has them
   */
  public ReportBuilder mistakes(List<WorstMistakes> found, Table rows, List<Integer> places) {
    mistakes = List.copyOf(found);
    judgedRows = Objects.requireNonNull(rows, "rows");
    rowPlaces = List.copyOf(places);
    return this;
  }

  /** The scores of a cross-validation. */
  public ReportBuilder folds(CrossValidation validation) {
    folds = Objects.requireNonNull(validation, "validation");
    return this;
  }

  /** How many units of each layer can still learn. */
  public ReportBuilder health(List<LayerHealth> layers) {
    health = List.copyOf(layers);
    return this;
  }

  /** What was noticed during the training, each a sentence. */
  public ReportBuilder remarks(List<String> sentences) {
    remarks = List.copyOf(sentences);
    return this;
  }

  /** The exact command, with which everything can be done again. */
  public ReportBuilder command(String line) {
    command = Objects.requireNonNull(line, "line");
    return this;
  }

  /** The seed of the run. */
  public ReportBuilder seed(long number) {
    return fact("seed", Long.toString(number));
  }

  /** Something else to know, such as a version or a duration. */
  public ReportBuilder fact(String name, String value) {
    facts.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return this;
  }

  /** Makes the page. */
  public Report build() {
    List<Section> sections = sections();
    Verdict said =
        judgement != null
            ? Verdict.of(judgement)
            : Verdict.of(verdict.isEmpty() ? "What became of the training" : verdict);
    List<Chart> charts = sections.stream().flatMap(section -> section.charts().stream()).toList();
    StringBuilder body = new StringBuilder();
    sections.forEach(section -> body.append(section.tag().render()).append('\n'));
    return new Report(
        PageFiles.filled(
            "report.html",
            Map.of(
                "title", EscapeUtil.escape(title),
                "style", PageFiles.text("report.css"),
                "contents",
                    ul(each(sections, s -> li(a(s.title()).withHref("#" + s.id())))).render(),
                "verdict", said.tag(title).render(),
                "sections", body.toString(),
                "charts", PageJson.of(charts),
                "library", charts.isEmpty() ? "" : PageFiles.script("echarts.common.min.js"),
                "script", charts.isEmpty() ? "" : PageFiles.script("report.js"))));
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    if (judgement != null) {
      sections.addAll(JudgementSections.of(judgement));
    }
    if (folds != null) {
      sections.add(FoldsSection.of(folds));
    }
    if (importance != null && !importance.columns().isEmpty()) {
      sections.add(ImportanceSection.of(importance));
    }
    addMistakes(sections);
    if (!history.isEmpty()) {
      sections.add(LearningSection.of(history));
    }
    if (network != null) {
      sections.add(NetworkSection.of(network));
    }
    if (!health.isEmpty() || !remarks.isEmpty()) {
      sections.add(HealthSection.of(health, remarks));
    }
    if (columns != null) {
      sections.add(columns);
    }
    if (!command.isEmpty() || !facts.isEmpty()) {
      sections.add(OriginSection.of(command, facts));
    }
    return sections;
  }

  private void addMistakes(List<Section> sections) {
    if (judgedRows == null) {
      return;
    }
    List<String> telling =
        importance != null
            ? importance.columns().stream().map(ColumnImportance::column).toList()
            : List.of();
    for (WorstMistakes worst : mistakes) {
      if (!worst.mistakes().isEmpty()) {
        String id = mistakes.size() == 1 ? "mistakes" : "mistakes-" + sections.size();
        sections.add(MistakesSection.of(worst, judgedRows, rowPlaces, telling, id));
      }
    }
  }
}

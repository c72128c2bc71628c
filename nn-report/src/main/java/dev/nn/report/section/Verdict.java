package dev.nn.report.section;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.p;

import dev.nn.data.judge.Estimate;
import dev.nn.data.judge.Judgement;
import dev.nn.data.judge.Score;
import dev.nn.data.judge.TargetReport;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Words;
import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What to think of the model, in a sentence.
 *
 * @param level whether it is good
 * @param sentence the verdict
 * @param figures a few numbers with what they are
 */
public record Verdict(Level level, String sentence, Map<String, String> figures) {

  /** Whether a model is better than guessing. */
  public enum Level {
    /** Nothing is known. */
    NONE("Not judged"),
    /** By more than chance explains. */
    GOOD("Better than guessing"),
    /** Perhaps by luck. */
    UNSURE("Perhaps better than guessing"),
    /** It is not. */
    BAD("No better than guessing");

    private final String words;

    Level(String words) {
      this.words = words;
    }
  }

  public static Verdict of(String sentence) {
    return new Verdict(Level.NONE, sentence, Map.of());
  }

  public static Verdict of(Judgement judgement) {
    Score score = judgement.headline();
    Level level =
        judgement.isSurelyBetterThanGuessing()
            ? Level.GOOD
            : judgement.isBetterThanGuessing() ? Level.UNSURE : Level.BAD;
    Map<String, String> figures = new LinkedHashMap<>();
    boolean isShare = score.measure().equals("accuracy");
    figures.put(MeasureNames.of(score.measure()), number(score.model().value(), isShare));
    figures.put("95 % interval", interval(score.model(), isShare));
    figures.put("guessing gets", number(score.guess().value(), isShare));
    figures.put("test rows", Numbers.whole(judgement.rows()));
    return new Verdict(level, sentence(judgement, level), figures);
  }

  private static String number(double value, boolean isShare) {
    return isShare ? Numbers.percent(value) : Numbers.text(value);
  }

  private static String interval(Estimate estimate, boolean isShare) {
    return number(estimate.low(), isShare) + " to " + number(estimate.high(), isShare);
  }

  private static String sentence(Judgement judgement, Level level) {
    Score score = judgement.headline();
    String rows = Words.count(judgement.rows(), "test row");
    double model = score.model().value();
    double guess = score.guess().value();
    List<String> targets = judgement.reports().stream().map(TargetReport::target).toList();
    String what = targets.size() == 1 ? targets.get(0) : Words.count(targets.size(), "column");
    String found =
        switch (score.measure()) {
          case "accuracy" ->
              (targets.size() == 1
                      ? "The model gets %s right for %s of %s; always saying the most common answer gets %s."
                      : "Of the answers in %s, the model gets %s right on %s; always saying the most common one gets %s.")
                  .formatted(what, Numbers.percent(model), rows, Numbers.percent(guess));
          case "rmse" ->
              "The model is off by %s in %s, as a root mean square over %s; always saying the mean is off by %s."
                  .formatted(Numbers.text(model), what, rows, Numbers.text(guess));
          default ->
              "The model has a %s of %s on %s; whoever guesses gets %s."
                  .formatted(
                      MeasureNames.of(score.measure()),
                      Numbers.text(model),
                      rows,
                      Numbers.text(guess));
        };
    String luck = level == Level.UNSURE ? " So few rows do not tell luck from learning." : "";
    String rare =
        level == Level.BAD && judgement.overlooksRareClasses()
            ? " Its probabilities tell the classes apart, though; only its answers do not, nearly all of which are one class."
            : "";
    boolean isTooSure = level != Level.BAD && judgement.isTooSure();
    return found
        + luck
        + rare
        + (isTooSure
            ? " Its probabilities are worse than a guess's: it is too sure of itself."
            : "");
  }

  /** The head of the page. */
  public DomContent tag(String title) {
    return header(
            p(title).withClass("title"),
            p(level.words).withClass("badge").withCondHidden(level == Level.NONE),
            h1(sentence),
            dl(each(figures, figure -> div(dt(figure.getKey()), dd(figure.getValue()))))
                .withClass("figures")
                .withCondHidden(figures.isEmpty()))
        .withClass("verdict " + level.name().toLowerCase(Locale.ROOT));
  }
}

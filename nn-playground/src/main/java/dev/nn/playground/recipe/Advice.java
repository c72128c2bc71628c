package dev.nn.playground.recipe;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what the engine says of a run into terms of the playground: layers are counted from 1, as in
 * its table, and only what can be set here, and is not set already, is advised.
 */
public final class Advice {
  private static final Pattern LAYER = Pattern.compile("\\blayer (\\d+)(?= \\()");
  private static final String TRY = "; try ";
  private static final String SCALE = "; scale ";

  private final Recipe recipe;
  private final String learningRate;

  Advice(Plan plan) {
    this.recipe = plan.recipe();
    SpecValue rate = Spec.of(plan.trainer().optimizer()).options().get("learning_rate");
    this.learningRate = rate == null ? "" : rate.toString();
  }

  /** Counts the layers that a message names from 1; the engine counts them from 0. */
  public static String counted(String message) {
    Matcher layer = LAYER.matcher(message);
    return layer.replaceAll(found -> "layer " + (Integer.parseInt(found.group(1)) + 1));
  }

  /** What stopped a run, and what to try. */
  public String ofFailure(String message) {
    int end = message.indexOf(TRY);
    return counted(end < 0 ? message : message.substring(0, end) + TRY + smallerRate());
  }

  /** Why a layer can hardly learn, and what to try. */
  public String ofLayer(String problem) {
    int scale = problem.indexOf(SCALE);
    int end = scale < 0 ? problem.indexOf(TRY) : scale;
    if (end < 0) {
      return counted(problem);
    }
    List<String> ways = new ArrayList<>(List.of(smallerRate()));
    boolean isDead = scale < 0;
    String initializer = isDead ? "he_normal" : "xavier_normal";
    String activation = isDead ? "leaky_relu" : "relu";
    if (!Spec.parse(recipe.initializer()).name().equals(initializer)) {
      ways.add(initializer + " as initializer");
    }
    if (!Spec.parse(recipe.activation()).name().equals(activation)) {
      ways.add(activation + " as activation");
    }
    return counted(problem.substring(0, end) + TRY + String.join(", or ", ways));
  }

  private String smallerRate() {
    return "a smaller learning rate" + (learningRate.isEmpty() ? "" : " than " + learningRate);
  }
}

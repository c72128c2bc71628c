package dev.nn.playground.web;

import dev.nn.playground.recipe.Plan;
import dev.nn.playground.recipe.Recipe;
import dev.nn.playground.run.Snapshot;
import java.util.stream.Collectors;

/** How the weights of this moment are had without the page. */
final class Words {
  private Words() {}

  static byte[] of(Plan plan, Snapshot snapshot) {
    Recipe recipe = plan.recipe().at(snapshot.steps());
    return Json.of(
        json -> {
          json.writeNumberField("steps", snapshot.steps());
          json.writeStringField("sha256", snapshot.model().weightsSha256());
          json.writeStringField("address", recipe.toString());
          json.writeStringField("command", "./nn playground --train '" + recipe + "'");
          json.writeStringField("java", java(plan, recipe));
        });
  }

  private static String java(Plan plan, Recipe recipe) {
    return """
        import dev.nn.core.*;
        import dev.nn.core.dataset.Dataset;
        import dev.nn.core.plugin.PluginRegistry;
        import dev.nn.playground.recipe.Recipe;

        public class Reproduce {
          public static void main(String[] args) {
            Dataset points = Recipe.parse("%s").plan(PluginRegistry.load()).trainingSet();
            Network network = Network.of(2,
        %s);
            Trainer trainer = Trainer.builder()
                .loss("%s")
                .optimizer("%s")
                .epochs(%s).batchSize(%s).seed(%sL).build();
            try (TrainingSession session = trainer.start(network, points)) {
              while (session.steps() < %s && session.step()) {}
              System.out.println("weights sha256 " + session.model().weightsSha256());
            }
          }
        }
        """
        .formatted(
            dataOf(recipe),
            plan.layers().stream()
                .map(layer -> "        \"" + quoted(layer) + "\"")
                .collect(Collectors.joining(",\n")),
            quoted(recipe.loss()),
            quoted(recipe.optimizer()),
            Plan.MOST_EPOCHS,
            recipe.batch(),
            recipe.seed(),
            recipe.steps());
  }

  private static String dataOf(Recipe recipe) {
    return quoted(recipe.toString());
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}

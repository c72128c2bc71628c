package dev.nn.spark.cluster;

import dev.nn.api.NnException;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.search.Settings;
import dev.nn.search.TableObjective;
import dev.nn.search.Trial;
import dev.nn.spark.table.SentTable;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** The trials of a search: each is a job of one task, and so takes one core of one executor. */
public final class TrialTasks implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SentTable rows;
  private final String roles;
  private transient @Nullable TableObjective objective;

  /**
   * @param rows to train on and to judge by
   * @param roles of the columns, as {@link Schema#infer(Table, String)} takes them
   */
  public TrialTasks(SentTable rows, String roles) {
    this.rows = rows;
    this.roles = roles;
  }

  /** What judges trials on this machine, which is made once. */
  public synchronized TableObjective objective() {
    TableObjective made = objective;
    if (made == null) {
      Table table = rows.table();
      made = TableObjective.of(table, Schema.infer(table, roles));
      objective = made;
    }
    return made;
  }

  /**
   * Trains and judges on an executor.
   *
   * @throws NnException if the settings cannot be used; the message is that of one machine
   */
  public static double score(JavaSparkContext context, Broadcast<TrialTasks> tasks, Trial trial) {
    String[] names = trial.settings().texts().keySet().toArray(String[]::new);
    String[] texts = trial.settings().texts().values().toArray(String[]::new);
    int number = trial.number();
    int epochs = trial.epochs();
    long seed = trial.seed();
    context.sc().setJobDescription("trial %s: %s".formatted(number, trial.settings()));
    String[] ended =
        Jobs.collect(
                context
                    .parallelize(List.of(number), 1)
                    .map(
                        one -> {
                          Settings settings = new Settings(settings(names, texts));
                          return tasks.value().score(new Trial(one, settings, epochs, seed, 1));
                        }))
            .get(0);
    if (ended.length > 1) {
      throw new NnException(ended[1]);
    }
    return Double.parseDouble(ended[0]);
  }

  private static Map<String, String> settings(String[] names, String[] texts) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      settings.put(names[i], texts[i]);
    }
    return settings;
  }

  /** The score, or behind it why there is none: a bad trial is not to be tried again by Spark. */
  private String[] score(Trial trial) {
    TableObjective judging = objective();
    try {
      return new String[] {String.valueOf(judging.score(trial))};
    } catch (NnException e) {
      return new String[] {"", String.valueOf(e.getMessage())};
    } catch (RuntimeException e) {
      return new String[] {"", e.toString()};
    }
  }
}

package dev.nn.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingRun;
import dev.nn.core.training.EpochRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON object in one line for each epoch, and one for the end of the run:
 *
 * <pre>{@code
 * {"epoch":1,"loss":0.69,"validation_loss":0.66,"validation":{"accuracy":0.6},"learning_rate":0.001,"seconds":0.2}
 * {"outcome":"completed","epochs":1,"advice":[]}
 * }</pre>
 *
 * <p>{@code training} holds the metrics on the training set where the trainer computes them, and
 * {@code best_epoch} in the last line the epoch whose weights the model has, where early stopping
 * chose it. A number that is NaN or infinite is {@code null}, since JSON has no other word for it.
 * A file is treated as {@link CsvLog} treats its own.
 */
public final class JsonLog implements TrainingListener {
  private static final JsonFactory JSON = new JsonFactory();

  private final @Nullable LogFile file;
  private final Consumer<String> output;

  private JsonLog(@Nullable LogFile file, Consumer<String> output) {
    this.file = file;
    this.output = output;
  }

  /** A log in a file, whose folder is made if it is not there. */
  public static JsonLog to(Path file) {
    LogFile log = new LogFile(Objects.requireNonNull(file, "file"), "{\"epoch\":", "{\"outcome\":");
    return new JsonLog(log, log::append);
  }

  /** A log for who reads along, such as a program behind a pipe. The writer stays open. */
  public static JsonLog to(PrintWriter out) {
    Objects.requireNonNull(out, "out");
    return new JsonLog(
        null,
        line -> {
          out.print(line);
          out.flush();
        });
  }

  @Override
  public void runStarted(TrainingRun run) {
    if (file != null) {
      file.start(run.history().stream().map(JsonLog::line).collect(Collectors.joining()));
    }
  }

  @Override
  public void epochEnded(TrainingRun run, EpochRecord epoch) {
    output.accept(line(epoch));
  }

  @Override
  public void runEnded(TrainingResult result) {
    output.accept(
        object(
            json -> {
              json.writeStringField("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
              json.writeNumberField("epochs", result.history().size());
              if (result.bestEpoch().isPresent()) {
                json.writeNumberField("best_epoch", result.bestEpoch().getAsInt());
              }
              if (result.failure().isPresent()) {
                json.writeStringField("failure", result.failure().get().getMessage());
              }
              json.writeArrayFieldStart("advice");
              for (String advice : result.advice()) {
                json.writeString(advice);
              }
              json.writeEndArray();
            }));
  }

  private static String line(EpochRecord epoch) {
    return object(
        json -> {
          json.writeNumberField("epoch", epoch.epoch());
          number(json, "loss", epoch.loss());
          metrics(json, "training", epoch.trainingMetrics());
          if (epoch.validationLoss().isPresent()) {
            number(json, "validation_loss", epoch.validationLoss().getAsDouble());
          }
          metrics(json, "validation", epoch.validationMetrics());
          number(json, "learning_rate", epoch.learningRate());
          number(json, "seconds", epoch.duration().toNanos() / 1e9);
        });
  }

  private static void metrics(JsonGenerator json, String key, Map<String, Double> metrics)
      throws IOException {
    if (!metrics.isEmpty()) {
      json.writeObjectFieldStart(key);
      for (String name : List.copyOf(metrics.keySet())) {
        number(json, name, metrics.getOrDefault(name, Double.NaN));
      }
      json.writeEndObject();
    }
  }

  private static void number(JsonGenerator json, String key, double number) throws IOException {
    if (Double.isFinite(number)) {
      json.writeNumberField(key, number);
    } else {
      json.writeNullField(key);
    }
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static String object(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      writing.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }
}

package dev.nn.tests.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.platform.Acceleration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/** An application that only predicts can see in its log which kernels run. */
@ResourceLock("warnings")
class KernelsOfPredictionTest {

  @Test
  void loadingAModelTellsAtLevelDebug() {
    Logger logger = (Logger) LoggerFactory.getLogger(Model.class);
    Level before = logger.getLevel();
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    logger.addAppender(events);
    logger.setLevel(Level.DEBUG);
    try {
      byte[] file =
          Model.initial(Network.of(Shape.of(1), "dense(units=1, activation=relu)"), 0).toBytes();
      Model.load(file, PluginRegistry.load());
    } finally {
      logger.setLevel(before);
      logger.detachAppender(events);
    }
    assertEquals(
        List.of("[DEBUG] a model was loaded; it predicts on " + Acceleration.current()),
        events.list.stream().map(Object::toString).toList());
  }
}

package dev.nn.tests.silence;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The warnings that the framework gives until this is closed. */
final class Warnings implements AutoCloseable {
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.nn");
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  Warnings() {
    events.start();
    logger.addAppender(events);
  }

  List<String> texts() {
    return events.list.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(events);
  }
}

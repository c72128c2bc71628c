package dev.nn.tests.reliability.files;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.tests.reliability.Figures;
import dev.nn.tests.reliability.process.ChildJvm;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files that lie about sizes never exhaust memory or stack. */
class CraftedHeadersTest {

  @Test
  void sixtyFourMegabytesSufficeToRefuseThemAll() throws Exception {
    Process child = ChildJvm.of(List.of("-Xmx64m"), CraftedHeaders.class.getName()).start();
    String output = ChildJvm.output(child);
    Matcher result = Pattern.compile("(\\d+) of \\1 refused\nstatus 0$").matcher(output);
    assertTrue(result.find(), output);
    assertTrue(Integer.parseInt(result.group(1)) >= 200, output);
    Figures.show("crafted files", result.group());
  }
}

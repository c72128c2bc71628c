package dev.nn.report.section;

import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.pre;

import dev.nn.report.page.Section;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the model was made, so that it can be made again. */
public final class OriginSection {
  private OriginSection() {}

  public static Section of(String command, Map<String, String> facts) {
    List<DomContent> body = new ArrayList<>();
    if (!command.isEmpty()) {
      body.add(
          pre(code(command))
              .withClass("command")
              .attr("tabindex", "0")
              .attr("aria-label", "The command"));
    }
    if (!facts.isEmpty()) {
      body.add(
          dl(each(facts, fact -> div(dt(fact.getKey()), dd(fact.getValue())))).withClass("facts"));
    }
    return new Section(
        "origin",
        "How it was made",
        "The same data with the same command and seed gives the same model, bit for bit.",
        body,
        List.of());
  }
}

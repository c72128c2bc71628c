package dev.nn.report.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.List;

/**
 * A part of the report.
 *
 * @param id for links to it
 * @param title as the list of contents has it
 * @param lead what it shows and how to read it, in a sentence or two
 * @param body what stands above its charts
 * @param charts drawn side by side where there is room
 */
public record Section(
    String id, String title, String lead, List<DomContent> body, List<Chart> charts) {

  /** Copies the lists. */
  public Section {
    body = List.copyOf(body);
    charts = List.copyOf(charts);
  }

  /** The section as HTML. */
  public DomContent tag() {
    return section(
            h2(title).withId(id + "-title"),
            p(lead).withClass("lead"),
            each(body.stream()),
            charts.isEmpty() ? text("") : div(each(charts, Chart::figureTag)).withClass("charts"))
        .withId(id)
        .attr("aria-labelledby", id + "-title");
  }
}

package dev.nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.OptionType.ListOf;
import dev.nn.api.OptionType.OptionalOf;
import dev.nn.api.OptionType.PluginOf;
import dev.nn.api.OptionType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OptionsTest {
  private final Options all =
      Options.NONE
          .withInteger("units", 3)
          .withReal("rate", 0.25)
          .withFlag("bias", true)
          .withWord("mode", "fan_in")
          .withText("note", "a \"b\"")
          .withPlugin("activation", Activation.named("elu(alpha=2)"))
          .withPlugin("schedule", Schedule.constant(0.01))
          .withList("steps", Scalar.INTEGER, List.of(1L, 2L))
          .withOptional("cap", Scalar.REAL, Optional.of(6.0))
          .withOptional("floor", Scalar.REAL, Optional.empty());

  @Test
  void valuesReadBackAsTheyWereWritten() {
    assertEquals(3, all.integer("units"));
    assertEquals(0.25, all.real("rate"));
    assertTrue(all.flag("bias"));
    assertEquals("fan_in", all.word("mode"));
    assertEquals("a \"b\"", all.text("note"));
    assertEquals("elu", all.plugin("activation", Activation.class).name());
    assertEquals(List.of(1L, 2L), all.list("steps", Long.class));
    assertEquals(Optional.of(6.0), all.optional("cap", Double.class));
    assertEquals(Optional.empty(), all.optional("floor", Double.class));
    assertEquals(3L, all.value("units"));
    assertFalse(Options.NONE.withFlag("bias", false).flag("bias"));
  }

  @Test
  void printsAsInASpecInTheOrderOfDeclaration() {
    assertEquals(
        "(units=3, rate=0.25, bias=true, mode=fan_in, note=\"a \\\"b\\\"\", activation=elu(alpha=2),"
            + " schedule=0.01, steps=[1, 2], cap=6, floor=none)",
        all.toString());
  }

  @Test
  void typesSayWhatMayBeWritten() {
    assertEquals("an integer", all.type("units").toString());
    assertEquals("a number", all.type("rate").toString());
    assertEquals("true or false", all.type("bias").toString());
    assertEquals("an activation", all.type("activation").toString());
    assertEquals("a number or a schedule", all.type("schedule").toString());
    assertEquals("a number or none", all.type("cap").toString());
    assertEquals("a list of [an integer, …]", all.type("steps").toString());
    assertEquals("a layer", new PluginOf(Kind.LAYER).toString());
  }

  @Test
  void replacingKeepsPlaceAndRequirement() {
    Options required = all.require("units").withInteger("units", 7);
    assertTrue(required.isRequired("units"));
    assertFalse(required.isRequired("rate"));
    assertEquals(List.copyOf(all.names()), List.copyOf(required.names()));
    assertEquals(7, required.integer("units"));
    assertEquals(3, all.integer("units"));
  }

  @Test
  void equalityIsOfNamesTypesAndValuesNotOfOrder() {
    Options ab = Options.NONE.withReal("a", 1).withReal("b", 2);
    Options ba = Options.NONE.withReal("b", 2).withReal("a", 1);
    assertEquals(ab, ba);
    assertEquals(ab.hashCode(), ba.hashCode());
    assertNotEquals(Options.NONE.withReal("a", 1), Options.NONE.withInteger("a", 1));
    assertEquals(Options.NONE.withReal("a", 0.0), Options.NONE.withReal("a", -0.0));
    assertNotEquals(ab, ab.withReal("a", 3));
    assertNotEquals(ab, ab.require("a"));
  }

  @Test
  void listsAreCopied() {
    List<Long> steps = new ArrayList<>(List.of(1L));
    Options options = Options.NONE.withList("steps", Scalar.INTEGER, steps);
    steps.set(0, 9L);
    assertEquals(List.of(1L), options.list("steps", Long.class));
  }

  @Test
  void valuesOfAnotherTypeAreRefused() {
    assertRefused("a must be an integer, not 1", () -> Options.NONE.with("a", Scalar.INTEGER, 1));
    assertRefused("a must be a number, not NaN", () -> Options.NONE.withReal("a", Double.NaN));
    assertRefused("a must be a number, not 1", () -> Options.NONE.with("a", Scalar.REAL, 1));
    assertRefused("a must be a word, not A b", () -> Options.NONE.withWord("a", "A b"));
    assertRefused(
        "a must be a number, not x", () -> Options.NONE.withList("a", Scalar.REAL, List.of("x")));
    assertRefused(
        "a must be a number, not 1",
        () -> Options.NONE.withOptional("a", Scalar.REAL, Optional.of(1L)));
    assertRefused(
        "a must be a layer, not ",
        () -> Options.NONE.with("a", new PluginOf(Kind.LAYER), Activation.named("elu")));
    assertRefused(
        "a must be a list of [a list of [a number, …], …], not 1",
        () -> Options.NONE.with("a", new ListOf(new ListOf(Scalar.REAL)), 1L));
    assertRefused(
        "a must be true or false or none, not true",
        () -> Options.NONE.with("a", new OptionalOf(Scalar.FLAG), true));
    assertRefused("\"A\" is not a legal option name", () -> Options.NONE.withReal("A", 1));
  }

  @Test
  void askingForWhatWasNotDeclaredNamesWhatWas() {
    Options options = Options.NONE.withReal("rate", 1).withInteger("big", 1L << 40);
    assertRefused("no option rat was declared, only [rate, big]", () -> options.real("rat"));
    assertRefused("option rate was declared as a number, not Long", () -> options.integer("rate"));
    assertRefused("big is out of range: 1099511627776", () -> options.integer("big"));
    assertRefused("no option x was declared, only [rate, big]", () -> options.require("x"));
  }

  @Test
  void askingForATypeThatWasNotDeclaredNamesTheDeclaredOne() {
    Options more = all.withList("none_yet", Scalar.REAL, List.of());
    assertRefused(
        "option steps was declared as a list of [an integer, …], not a list of Double",
        () -> more.list("steps", Double.class));
    assertRefused(
        "option none_yet was declared as a list of [a number, …], not a list of Long",
        () -> more.list("none_yet", Long.class));
    assertRefused(
        "option units was declared as an integer, not a list of Long",
        () -> more.list("units", Long.class));
    assertRefused(
        "option cap was declared as a number or none, not Long or none",
        () -> more.optional("cap", Long.class));
    assertRefused(
        "option floor was declared as a number or none, not String or none",
        () -> more.optional("floor", String.class));
    assertRefused(
        "option rate was declared as a number, not Double or none",
        () -> more.optional("rate", Double.class));
    assertRefused(
        "option note was declared as a \"quoted text\", not a word", () -> more.word("note"));
    assertRefused(
        "option mode was declared as a word, not a \"quoted text\"", () -> more.text("mode"));
    assertRefused(
        "option activation was declared as an activation, not Layer",
        () -> more.plugin("activation", Layer.class));
  }

  @Test
  void listsAndOptionalsOfPluginsAndOfListsReadBack() {
    Activation elu = Activation.named("elu");
    Options options =
        Options.NONE
            .withList("chain", new PluginOf(Kind.ACTIVATION), List.of(elu))
            .withOptional("rows", new ListOf(Scalar.FLAG), Optional.of(List.of(true)))
            .withList("words", Scalar.WORD, List.of("a", "b"));
    assertEquals(List.of(elu), options.list("chain", Activation.class));
    assertEquals(List.of(elu), options.list("chain", Plugin.class));
    assertEquals(Optional.of(List.of(true)), options.optional("rows", List.class));
    assertEquals(List.of("a", "b"), options.list("words", String.class));
  }

  private static void assertRefused(String start, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(String.valueOf(message).startsWith(start), message);
  }
}

package dev.nn.data.schema;

/**
 * What a schema says of a column.
 *
 * @param name its name
 * @param kind what it holds: "numbers", "texts" or "dates"
 * @param role what it is for
 * @param why the reason, in a few words
 */
public record ColumnPlan(String name, String kind, Role role, String why) {}

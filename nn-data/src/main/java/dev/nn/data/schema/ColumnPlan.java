package dev.nn.data.schema;

/**
 * What a schema says of a column.
 *
 * @param name its name
 * @param kind what the column holds: "numbers", "texts" or "dates"
 * @param role what the column is for
 * @param why the reason for that, in a few words
 */
public record ColumnPlan(String name, String kind, Role role, String why) {}

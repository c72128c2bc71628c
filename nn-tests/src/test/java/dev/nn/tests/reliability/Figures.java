package dev.nn.tests.reliability;

/** Prints what tests have counted and measured; Maven shows nothing of JUnit's own reports. */
public final class Figures {
  private Figures() {}

  public static void show(String what, String figure) {
    System.out.println(what + ": " + figure);
  }
}

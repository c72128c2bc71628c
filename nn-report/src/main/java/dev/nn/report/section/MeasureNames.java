package dev.nn.report.section;

/** Measures as people say them. */
public final class MeasureNames {
  private MeasureNames() {}

  public static String of(String measure) {
    return switch (measure) {
      case "accuracy" -> "accuracy";
      case "f1" -> "F1, mean of the classes";
      case "log_loss" -> "log loss";
      case "roc_auc" -> "area under ROC";
      case "rmse" -> "root mean squared error";
      case "scaled_rmse" -> "root mean squared error, scaled";
      case "mae" -> "mean absolute error";
      case "median_absolute_error" -> "median absolute error";
      case "r2" -> "R², variance explained";
      default -> measure.replace('_', ' ');
    };
  }
}

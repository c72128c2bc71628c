package dev.nn.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How plots look: dark on white, in the colours of Okabe and Ito. */
final class PlotStyle {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 480;
  private static final int SIDE = 560;
  private static final int LARGEST_SIDE = 3000;
  private static final int MARGINS = 200;
  private static final int CHARACTER = 12;
  private static final float LINE_WIDTH = 2.2f;

  /** Lengths of dashes and gaps, so that lines differ without their colours too. */
  private static final float[][] DASHES = {{}, {7, 5}, {2, 4}, {10, 4, 2, 4}, {16, 5}, {4, 3}};

  private static final Color TEXT = new Color(0x1c1f24);
  private static final Color QUIET = new Color(0x5d646f);
  private static final Color LINE = new Color(0xe3e5e8);
  private static final Color ACCENT = new Color(0x1f5fbf);

  private PlotStyle() {}

  static XYChart lines(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    apply(chart.getStyler());
    chart.getStyler().setMarkerSize(6);
    chart.getStyler().setXAxisTickMarkSpacingHint(90);
    chart.getStyler().setYAxisTickMarkSpacingHint(60);
    return chart;
  }

  static HeatMapChart heatMap(String title, String x, String y, List<String> labels) {
    int longest = labels.stream().mapToInt(String::length).max().orElse(1);
    // XChart leaves out labels where all of them side by side would not fit.
    int side =
        Math.min(LARGEST_SIDE, Math.max(SIDE, MARGINS + labels.size() * longest * CHARACTER));
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(side)
            .height(side)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    apply(chart.getStyler());
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setPlotContentSize(1);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setShowValue(true);
    chart.getStyler().setHeatMapDecimalValueFormatter(count -> Long.toString(Math.round(count)));
    // Light enough for dark numbers, up to the largest count.
    chart.getStyler().setRangeColors(new Color[] {new Color(0xf5f6f8), new Color(0x7fb0ff)});
    chart.getStyler().setValueFontColor(TEXT);
    return chart;
  }

  /** A line of the chart, which is its first one in place 0. */
  static XYSeries line(XYChart chart, int place, String name, double[] x, double[] y) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(stroke(DASHES[place % DASHES.length]));
    return series;
  }

  /** A dashed line from one corner to the other, to compare with. */
  static void guide(XYChart chart, String name, double from, double to) {
    XYSeries series = chart.addSeries(name, new double[] {from, to}, new double[] {from, to});
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(QUIET);
    series.setLineStyle(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0));
  }

  static void unitSquare(XYChart chart) {
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
  }

  private static void apply(AxesChartStyler style) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    style.setBaseFont(font);
    style.setChartTitleFont(font.deriveFont(Font.BOLD, 16));
    style.setLegendFont(font);
    style.setAxisTitleFont(font);
    style.setAxisTickLabelsFont(font);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setChartFontColor(TEXT);
    style.setChartTitleFontColor(TEXT);
    style.setXAxisTitleColor(QUIET);
    style.setYAxisTitleColor(QUIET);
    style.setAxisTickLabelsColor(QUIET);
    style.setAxisTickMarksColor(LINE);
    style.setPlotGridLinesColor(LINE);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setPlotGridVerticalLinesVisible(false);
    style.setPlotBorderVisible(false);
    style.setPlotTicksMarksVisible(false);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendPosition(LegendPosition.OutsideS);
    style.setLegendLayout(LegendLayout.Horizontal);
    style.setChartPadding(16);
    style.setSeriesColors(
        new Color[] {
          ACCENT,
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xb4578f),
          new Color(0xb98600),
          new Color(0x3a9bd1)
        });
  }

  private static BasicStroke stroke(float... dashes) {
    return new BasicStroke(
        LINE_WIDTH,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1,
        dashes.length == 0 ? null : dashes,
        0);
  }
}

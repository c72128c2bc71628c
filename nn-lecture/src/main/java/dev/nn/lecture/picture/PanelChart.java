package dev.nn.lecture.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A panel as a chart of XChart: dark on white, in the colours of {@link Hue}. */
final class PanelChart {
  private static final Color TEXT = new Color(0x1c1f24);
  private static final Color GRID = new Color(0xe3e5e8);
  private static final float LINE = 1.8f;
  private static final int SMALL_PANEL = 300;

  private PanelChart() {}

  static XYChart of(Panel panel, int width, int height) {
    XYChart chart =
        new XYChartBuilder()
            .width(width)
            .height(height)
            .title(panel.title())
            .xAxisTitle(panel.x().title())
            .yAxisTitle(panel.y().title())
            .build();
    style(chart.getStyler(), panel, width < SMALL_PANEL ? 11 : 13);
    for (Series series : panel.series()) {
      if (series.look() == Look.NAME) {
        series.points().forEach(point -> chart.addAnnotation(name(series, point)));
      } else {
        add(chart, panel, series, width, height);
      }
    }
    return chart;
  }

  private static AnnotationText name(Series series, Point point) {
    return new AnnotationText(series.name(), point.x(), point.y(), false);
  }

  private static void add(XYChart chart, Panel panel, Series series, int width, int height) {
    List<Point> points =
        series.look() == Look.DASHED
            ? Dashes.of(series.points(), panel, width, height)
            : series.points();
    XYSeries drawn =
        chart.addSeries(
            series.name(),
            points.stream().mapToDouble(Point::x).toArray(),
            points.stream().mapToDouble(Point::y).toArray());
    Look look = series.look();
    drawn.setMarker(
        look == Look.LINE || look == Look.DASHED
            ? SeriesMarkers.NONE
            : look == Look.TRIANGLES ? SeriesMarkers.TRIANGLE_UP : SeriesMarkers.CIRCLE);
    drawn.setMarkerColor(series.hue().color());
    drawn.setLineColor(series.hue().color());
    if (look.isLine()) {
      float[] dashes = look == Look.DASHED ? new float[] {Dashes.DASH, Dashes.GAP} : null;
      drawn.setLineStyle(
          new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    } else {
      drawn.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    }
  }

  private static void style(XYStyler style, Panel panel, int fontSize) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, fontSize);
    style.setBaseFont(font);
    style.setChartTitleFont(font.deriveFont(Font.BOLD, fontSize + 1));
    style.setLegendFont(font);
    style.setAxisTitleFont(font);
    style.setAxisTickLabelsFont(font.deriveFont((float) fontSize - 1));
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setChartFontColor(TEXT);
    style.setAxisTickLabelsColor(TEXT);
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setPlotBorderVisible(false);
    style.setLegendVisible(panel.legend());
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendPosition(LegendPosition.OutsideS);
    style.setLegendLayout(LegendLayout.Horizontal);
    style.setChartPadding(8);
    style.setMarkerSize(fontSize / 2);
    style.setAnnotationTextFont(font);
    style.setAnnotationTextFontColor(TEXT);
    style.setXAxisTicksVisible(!panel.x().title().isEmpty());
    style.setYAxisTicksVisible(!panel.y().title().isEmpty());
    style.setXAxisMin(panel.x().from());
    style.setXAxisMax(panel.x().to());
    style.setYAxisMin(panel.y().from());
    style.setYAxisMax(panel.y().to());
    style.setXAxisLogarithmic(panel.x().logarithmic());
    style.setYAxisLogarithmic(panel.y().logarithmic());
    style.setYAxisLogarithmicDecadeOnly(true);
    if (panel.y().logarithmic()) {
      style.setYAxisDecimalPattern("0E0");
    }
    style.setPlotGridHorizontalLinesVisible(!panel.y().logarithmic());
    style.setYAxisTickMarkSpacingHint(40);
    style.setXAxisTickMarkSpacingHint(fontSize < 12 ? 60 : 80);
  }
}

import { useEffect, useMemo, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Language } from "@wuduan/contract/messages.ts";
import { timeIn } from "../times.ts";
import type { TrendData } from "./trend.ts";
import { timeRange } from "./trendRange.ts";

interface Props {
  trend: TrendData;
  /** Words of the lines, in the order of `trend.lines`. */
  labels: string[];
  colours: string[];
  /** CSS pixels. */
  height: number;
  language: Language;
}

/** Values over time. Points are drawn, because a measurement is a moment and the line between is only a guide. */
export function TrendChart({ trend, labels, colours, height, language }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const words = labels.join("|");
  const options = useMemo(
    () => ({ labels: words.split("|"), colours: colours.join("|").split("|") }),
    // Colours are constants of the caller; the words change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [words],
  );
  const drawn = useRef<uPlot>(undefined);
  const newest = useRef(trend);
  useEffect(() => {
    newest.current = trend;
    // Readings may come every second: they are drawn into the chart that is there.
    drawn.current?.setData(columnsOf(trend));
  }, [trend]);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = new uPlot(
      chartOptions(options, () => newest.current, { width: element.clientWidth, height, language }),
      columnsOf(newest.current),
      element,
    );
    drawn.current = chart;
    const follow = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    follow.observe(element);
    return () => {
      follow.disconnect();
      chart.destroy();
      drawn.current = undefined;
    };
  }, [options, height, language]);
  return (
    <div
      className="trend-chart"
      ref={place}
      role="img"
      aria-label={labels.join(", ")}
      data-points={trend.seconds.length}
    />
  );
}

function columnsOf({ seconds, lines }: TrendData): uPlot.AlignedData {
  return [seconds, ...lines.map(({ values }) => values)];
}

interface Frame {
  width: number;
  height: number;
  language: Language;
}

function chartOptions(
  lines: { labels: string[]; colours: string[] },
  shown: () => TrendData,
  { width, height, language }: Frame,
): uPlot.Options {
  const axis = {
    stroke: "#4A5B64",
    grid: { stroke: "#DDE4E2", width: 1 },
    ticks: { show: false },
    font: "12px system-ui, sans-serif",
  };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      // Not what uPlot proposes: for a single point that runs far beyond it.
      x: { range: () => timeRange(shown().seconds, Date.now() / 1000) },
      y: {
        range: (_chart, min, max) => {
          const { room } = shown();
          return [Math.floor(min - room), Math.ceil(max + room)];
        },
      },
    },
    axes: [
      {
        ...axis,
        size: 26,
        incrs: STEPS_SECONDS,
        values: (chart, ticks) => timesOf(chart, ticks, language),
      },
      { ...axis, size: 40 },
    ],
    series: [
      {},
      ...lines.labels.map((label, i) => ({
        label,
        stroke: lines.colours[i] ?? "#10212B",
        width: 2,
        points: { show: true, size: 6 },
      })),
    ],
  };
}

const DAY_SECONDS = 86_400;
/** Between two times of the axis: never less than its words can tell apart. */
const STEPS_SECONDS = [60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200].concat(
  [1, 2, 3, 7, 14, 30, 90].map((days) => days * DAY_SECONDS),
);

/** Clock times for a trend of hours, days for a longer one. */
function timesOf(chart: uPlot, ticks: number[], language: Language): string[] {
  const { min = 0, max = 0 } = chart.scales["x"] ?? {};
  const format: Intl.DateTimeFormatOptions =
    (max ?? 0) - (min ?? 0) > 2 * DAY_SECONDS
      ? { month: "numeric", day: "numeric" }
      : { hour: "2-digit", minute: "2-digit", hour12: false };
  return ticks.map((seconds) => timeIn(seconds * 1000, language, format));
}

// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TrendData, TrendLine } from "./trend.ts";
import { TrendChart } from "./TrendChart.tsx";

const charts = vi.hoisted(() => [] as { data: unknown; given: unknown[]; destroyed: boolean }[]);

vi.mock("uplot", () => ({
  default: class {
    readonly chart;
    constructor(_: unknown, data: unknown) {
      this.chart = { data, given: [] as unknown[], destroyed: false };
      charts.push(this.chart);
    }
    setData(data: unknown) {
      this.chart.given.push(data);
    }
    setSize() {}
    destroy() {
      this.chart.destroyed = true;
    }
  },
}));

beforeEach(() => {
  charts.length = 0;
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(cleanup);

function trendOf(name: TrendLine, values: number[]): TrendData {
  return { seconds: values.map((_, i) => 1000 + i), lines: [{ name, values }], room: 8 };
}

function chart(trend: TrendData, label: string) {
  return (
    <TrendChart trend={trend} labels={[label]} colours={["#000"]} height={100} language="en" />
  );
}

test("a new reading is drawn into the chart that is there", () => {
  const { rerender } = render(chart(trendOf("heart-rate", [70]), "Heart rate"));

  rerender(chart(trendOf("heart-rate", [70, 72]), "Heart rate"));

  const now = [
    [1000, 1001],
    [70, 72],
  ];
  expect(charts).toEqual([{ data: [[1000], [70]], given: [now], destroyed: false }]);
});

test("another kind has a chart of its own, which begins with all its readings", () => {
  const { rerender } = render(chart(trendOf("heart-rate", [70]), "Heart rate"));

  rerender(chart(trendOf("spo2", [97, 98]), "Oxygen"));

  expect(charts.map(({ destroyed }) => destroyed)).toEqual([true, false]);
  expect(charts[1]?.data).toEqual([
    [1000, 1001],
    [97, 98],
  ]);
  expect(charts[1]?.given).toEqual([]);
});

/** Shortest time a chart shows, in seconds: one reading alone must not stretch over days or years. */
export const SPAN_SECONDS_MIN = 600;
/** Beside the first and the last point, as a part of the span, so that neither is cut in half. */
const MARGIN = 0.03;

/** From when to when the chart is drawn, in seconds since 1970: all points, the newest at the right. */
export function timeRange(seconds: number[], nowSeconds: number): [number, number] {
  const newest = seconds.at(-1) ?? nowSeconds;
  const oldest = Math.min(seconds[0] ?? newest, newest - SPAN_SECONDS_MIN);
  const margin = (newest - oldest) * MARGIN;
  return [oldest - margin, newest + margin];
}

/**
 * A stepped area in a box `values.length` wide and `height` high: each value is a flat step as wide as its day, so
 * that no slope claims articles between two days.
 * @param top the value that reaches the upper edge; the same for charts that are compared
 * @param mirrored drawn from right to left
 */
export function areaPath(values: readonly number[], top: number, height: number, mirrored = false): string {
  const width = values.length
  const x = (at: number) => (mirrored ? width - at : at)
  const y = (value: number) => round(height - (top > 0 ? Math.min(value / top, 1) : 0) * height)
  const steps = values.map((value, i) => `V${y(value)}H${x(i + 1)}`).join('')
  return `M${x(0)} ${height}${steps}V${height}Z`
}

const round = (n: number) => Math.round(n * 100) / 100

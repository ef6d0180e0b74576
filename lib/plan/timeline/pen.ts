/** Pixels to a tenth: no one sees more, and the text stays short. */
const round = (value: number): number => Math.round(value * 10) / 10

/** Collects shapes into the data of one SVG path. Only absolute and relative lines and curves, which PDF takes too. */
export class Pen {
  path = ""

  /** A rectangle with round corners; a radius of half a pixel or less is none. */
  bar(left: number, top: number, width: number, height: number, radius: number): void {
    const x = round(left)
    const y = round(top)
    const w = round(width)
    const r = Math.min(round(radius), height / 2)
    if (r <= 0.5) {
      this.path += `M${x} ${y}h${w}v${height}h${-w}z`
      return
    }
    const across = round(w - 2 * r)
    const down = round(height - 2 * r)
    this.path +=
      `M${round(x + r)} ${y}h${across}q${r} 0 ${r} ${r}v${down}q0 ${r} ${-r} ${r}` +
      `h${-across}q${-r} 0 ${-r} ${-r}v${-down}q0 ${-r} ${r} ${-r}z`
  }
  line(from: number, y: number, to: number): void {
    this.path += `M${round(from)} ${y}H${round(to)}`
  }
  upright(x: number, from: number, to: number): void {
    this.path += `M${round(x)} ${from}V${to}`
  }
  diamond(x: number, y: number, half: number): void {
    this.path += `M${round(x)} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`
  }
  /** A line through points that are alternately reached across and upright. */
  corners(x: number, y: number, steps: readonly number[]): void {
    this.path += `M${round(x)} ${round(y)}`
    for (const [index, step] of steps.entries()) this.path += `${index % 2 === 0 ? "H" : "V"}${round(step)}`
  }
  /** The head of an arrow whose point lies here; 1 points right. */
  head(x: number, y: number, direction: 1 | -1): void {
    this.path += `M${round(x)} ${y}l${-5 * direction} -3v6z`
  }
  /** The head of an arrow whose point lies here; 1 points up. */
  upHead(x: number, y: number, direction: 1 | -1): void {
    this.path += `M${round(x)} ${y}l-3 ${5 * direction}h6z`
  }
}

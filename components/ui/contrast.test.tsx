import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const css = readFileSync("app/globals.css", "utf8")
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? "",
    { light: light ?? "", dark: dark ?? "" },
  ]),
)

/** Relative luminance and contrast ratio as in WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string, theme: "light" | "dark"): number {
  const [one, two] = [a, b].map((name) => luminance(tokens.get(name)?.[theme] ?? "#000000"))
  return (Math.max(one ?? 0, two ?? 0) + 0.05) / (Math.min(one ?? 0, two ?? 0) + 0.05)
}

const grounds = ["surface", "sunken", "raised", "hover", "selected"]
const inks = ["ink", "ink-2", "ink-3", "accent", "needs-you", "warn", "good"]
const pairs = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ["accent-ink", "accent"] as const,
  ["accent-ink", "accent-hover"] as const,
  ["accent", "accent-wash"] as const,
  ["needs-you", "needs-you-wash"] as const,
  ["warn", "warn-wash"] as const,
  ["good", "good-wash"] as const,
  ["ink", "pressed"] as const,
  ["ink-2", "pressed"] as const,
  ["ink-3", "pressed"] as const,
]

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(pairs)("reads %s on %s at 4.5:1 or better", (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(["surface", "raised"])("shows the edge of a field on %s at 3:1 or better", (ground) => {
    expect(contrast("line-field", ground, theme)).toBeGreaterThanOrEqual(3)
  })
})

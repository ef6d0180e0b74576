import { ok, type Result, refuse } from "@/lib/base/kernel/result"

/**
 * A formula over other KPIs: numbers, `K3` for the KPI of that number, `+ - * /`, a sign and parentheses. Multiplication
 * goes before addition, and equals are worked from the left.
 */
export type Formula =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "kpi"; readonly number: number }
  | { readonly kind: "minus"; readonly of: Formula }
  | { readonly kind: Operator; readonly left: Formula; readonly right: Formula }
export type Operator = "+" | "-" | "*" | "/"

/** Deeper nesting than this is refused, so that no text can exhaust the stack. */
const DEEPEST = 50
const LONGEST = 500

/** Where a formula cannot be read: the place of the first character that does not fit, from 0. */
type Misread = Result<Formula, "not-a-formula">
class Unreadable extends Error {}

/** @returns the formula, or where in the text it ends to be one (`detail.at`) */
export function parseFormula(text: string): Misread {
  if (text.length > LONGEST) return refuse("not-a-formula", { at: LONGEST })
  const reader = new Reader(text)
  try {
    const formula = reader.sum(0)
    return reader.isAtEnd() ? ok(formula) : refuse("not-a-formula", { at: reader.at })
  } catch (error) {
    if (error instanceof Unreadable) return refuse("not-a-formula", { at: reader.at })
    throw error
  }
}

/** Recursive descent: a sum of products of signed parts. */
class Reader {
  at = 0
  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    return this.#next() === ""
  }
  sum(depth: number): Formula {
    let left = this.#product(depth)
    for (let operator = this.#take("+", "-"); operator; operator = this.#take("+", "-"))
      left = { kind: operator, left, right: this.#product(depth) }
    return left
  }
  #product(depth: number): Formula {
    let left = this.#part(depth)
    for (let operator = this.#take("*", "/"); operator; operator = this.#take("*", "/"))
      left = { kind: operator, left, right: this.#part(depth) }
    return left
  }
  #part(depth: number): Formula {
    if (depth > DEEPEST) throw new Unreadable()
    if (this.#take("-")) return { kind: "minus", of: this.#part(depth + 1) }
    if (this.#take("(")) {
      const inside = this.sum(depth + 1)
      if (!this.#take(")")) throw new Unreadable()
      return inside
    }
    this.#next()
    const [, whole, kpi] = /^(?:(\d+(?:\.\d+)?)(?![\d.])|[Kk](\d{1,6})(?![\w.]))/.exec(this.text.slice(this.at)) ?? []
    if (whole === undefined && kpi === undefined) throw new Unreadable()
    this.at += whole?.length ?? (kpi?.length ?? 0) + 1
    return whole === undefined ? { kind: "kpi", number: Number(kpi) } : { kind: "number", value: Number(whole) }
  }
  /** The next character that is no space; "" at the end. */
  #next(): string {
    while (/\s/.test(this.text.charAt(this.at))) this.at++
    return this.text.charAt(this.at)
  }
  #take<const Sign extends string>(...signs: readonly Sign[]): Sign | null {
    const next = this.#next()
    const sign = signs.find((each) => each === next)
    if (sign !== undefined) this.at++
    return sign ?? null
  }
}

/** The numbers of the KPIs that a formula uses, each once. */
export function usesOf(formula: Formula): number[] {
  switch (formula.kind) {
    case "number":
      return []
    case "kpi":
      return [formula.number]
    case "minus":
      return usesOf(formula.of)
    default:
      return [...new Set([...usesOf(formula.left), ...usesOf(formula.right)])]
  }
}

/** The value of a formula; null where a KPI has none, or where it would divide by nought or leave the numbers. */
export function evaluate(formula: Formula, worthOf: (number: number) => number | null): number | null {
  const value = valueIn(formula, worthOf)
  return value !== null && Number.isFinite(value) ? value : null
}

function valueIn(formula: Formula, worthOf: (number: number) => number | null): number | null {
  switch (formula.kind) {
    case "number":
      return formula.value
    case "kpi":
      return worthOf(formula.number)
    case "minus": {
      const value = valueIn(formula.of, worthOf)
      return value === null ? null : -value
    }
    default: {
      const [left, right] = [valueIn(formula.left, worthOf), valueIn(formula.right, worthOf)]
      return left === null || right === null ? null : worked[formula.kind](left, right)
    }
  }
}

const worked: Record<Operator, (left: number, right: number) => number | null> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => (right === 0 ? null : left / right),
}

/** A circle among formulas, as the numbers that lead back to the first; null when there is none through `from`. */
export function cycleThrough(from: number, uses: (number: number) => readonly number[]): readonly number[] | null {
  const seen = new Set<number>()
  const walk = (at: number, way: readonly number[]): readonly number[] | null => {
    for (const next of uses(at)) {
      if (next === from) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      const found = walk(next, [...way, next])
      if (found) return found
    }
    return null
  }
  return walk(from, [from])
}

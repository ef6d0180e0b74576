import { readNumber } from "@/lib/base/kernel/number-text"
import { plainDecimal } from "@/lib/base/kernel/plain-decimal"
import { type Cells, inOneColumn, type Kind } from "./kind"

/**
 * An amount in the programme's currency as plain decimal text, so that no cent is lost: column NUMERIC, up to 18 digits
 * before and 18 after the point.
 */
export const money: Kind<string> = {
  ...inOneColumn,
  control: "number",
  unit: "money",
  shape: ({ z }) => z.string().regex(/^-?\d{1,18}(\.\d{1,18})?$/, "Enter an amount, such as 1250 or 1250.50."),
  read: (typed) => {
    const plain = typed.trim()
    if (/^-?\d{1,18}(\.\d{1,18})?$/.test(plain)) return { value: plain }
    const value = readNumber(plain.replace(/^(?:[A-Z]{3}|[€$£])\s*|\s*(?:[A-Z]{3}|[€$£])$/g, ""))
    return value === null ? { problem: "Enter an amount, such as 1250 or 1250.50." } : { value: plainDecimal(value) }
  },
  write: (value) => value,
  fromCells: ({ "": value }) =>
    typeof value === "number" ? plainDecimal(value) : typeof value === "string" ? value : null,
  order: Number,
}

export type Quantity = { readonly amount: number; readonly unit: string }

/** A number with a noun of its own: `84 tables`. Columns `<name>_amount` and `<name>_unit`. */
export const quantity: Kind<Quantity> = {
  control: "text",
  columns: ["Amount", "Unit"],
  shape: ({ z, line }) =>
    z.strictObject({
      amount: z.number().min(0).max(1e15),
      unit: line(40).refine((unit) => /^[^\d\s.,]/.test(unit), "Begin with a letter."),
    }),
  read: (typed) => {
    const [, amount = "", unit = ""] = /^([\d.,\s\u00a0\u202f]+)\s*([^\d\s].*)$/.exec(typed.trim()) ?? []
    const value = readNumber(amount)
    return value === null || unit.trim() === "" || unit.trim().length > 40
      ? { problem: "Enter a number and what it counts, such as 84 tables." }
      : { value: { amount: value, unit: unit.trim() } }
  },
  write: ({ amount, unit }) => `${plainDecimal(amount)} ${unit}`,
  toCells: ({ amount, unit }) => ({ Amount: amount, Unit: unit }),
  fromCells: ({ Amount: amount, Unit: unit }) =>
    typeof amount === "number" && typeof unit === "string" ? { amount, unit } : null,
  order: ({ amount }) => amount,
}

export type ExternalKey = { readonly source: string; readonly id: string; readonly url: string | null }

/** What a record is called elsewhere: `jira NL-118 https://…`. Columns `<name>_source`, `<name>_id`, `<name>_url`; unique by the first two. */
export const externalKey: Kind<ExternalKey> = {
  control: "link",
  columns: ["Source", "Id", "Url"],
  shape: ({ z, line }) =>
    z.strictObject({
      source: line(40).refine((source) => !/\s/.test(source), "Use a source without blanks."),
      id: line(200).refine((id) => !/(^|\s)https:|\s\s/.test(id), "Use an id without an address in it."),
      url: z
        .url({ protocol: /^https$/ })
        .max(2_000)
        .nullable(),
    }),
  read: (typed) => {
    const [source = "", ...others] = typed.trim().split(/\s+/)
    const url = others.length > 1 && /^https?:/.test(others.at(-1) ?? "") ? (others.pop() ?? null) : null
    const id = others.join(" ")
    const isSafe = url === null || /^https:\/\/[^\s@]+$/.test(url)
    return source === "" || id === "" || !isSafe
      ? { problem: "Enter a source, an id and, if there is one, an https address, separated by spaces." }
      : { value: { source, id, url } }
  },
  write: ({ source, id, url }) => [source, id, url].filter((part) => part !== null).join(" "),
  toCells: ({ source, id, url }) => ({ Source: source, Id: id, Url: url }),
  fromCells: ({ Source: source, Id: id, Url: url }) =>
    typeof source === "string" && typeof id === "string"
      ? { source, id, url: typeof url === "string" ? url : null }
      : null,
  order: ({ id }) => id,
}

export type ThreePoint = { readonly optimistic: number; readonly likely: number; readonly pessimistic: number }
const inOrder = ({ optimistic, likely, pessimistic }: ThreePoint) => optimistic <= likely && likely <= pessimistic

/** Optimistic, most likely and pessimistic working days. Columns `<name>_optimistic`, `<name>_likely`, `<name>_pessimistic`. */
export const threePoint = (most: number): Kind<ThreePoint> => ({
  control: "text",
  unit: "working days",
  columns: ["Optimistic", "Likely", "Pessimistic"],
  shape: ({ z }) => {
    const days = z.number().min(0).max(most)
    return z
      .strictObject({ optimistic: days, likely: days, pessimistic: days })
      .refine(inOrder, "The optimistic value must be the smallest and the pessimistic the largest.")
  },
  read: (typed) => {
    const parts = typed.replace(/\bd(ays?)?\b/gi, "").split(/[/;]|\s+-\s+/)
    const [first, middle = first, last = middle] = parts.map(readNumber)
    const problem = { problem: "Enter working days: one number, or optimistic / most likely / pessimistic." }
    if ((parts.length !== 1 && parts.length !== 3) || first == null || middle == null || last == null) return problem
    const value = { optimistic: first, likely: middle, pessimistic: last }
    if (!inOrder(value))
      return { problem: "The optimistic value must be the smallest and the pessimistic the largest." }
    return first < 0 || last > most ? { problem: `Use 0 to ${plainDecimal(most)} working days.` } : { value }
  },
  write: ({ optimistic, likely, pessimistic }) =>
    optimistic === pessimistic ? plainDecimal(likely) : [optimistic, likely, pessimistic].map(plainDecimal).join(" / "),
  toCells: ({ optimistic, likely, pessimistic }) => ({
    Optimistic: optimistic,
    Likely: likely,
    Pessimistic: pessimistic,
  }),
  fromCells: ({ Optimistic, Likely, Pessimistic }: Cells) =>
    typeof Optimistic === "number" && typeof Likely === "number" && typeof Pessimistic === "number"
      ? { optimistic: Optimistic, likely: Likely, pessimistic: Pessimistic }
      : null,
  order: ({ likely }) => likely,
})

import { type Day, isDay } from "@/lib/base/kernel/day"
import { readDay, sayDay } from "@/lib/base/kernel/day-text"
import type { Id } from "@/lib/base/kernel/id"
import { readNumber } from "@/lib/base/kernel/number-text"
import { plainDecimal } from "@/lib/base/kernel/plain-decimal"
import { rounded } from "@/lib/base/kernel/rounded"
import { inOneColumn, type Kind, type Words } from "./kind"

const textIn = ({ "": value }: Readonly<Record<string, unknown>>) => (typeof value === "string" ? value : null)
const numberIn = ({ "": value }: Readonly<Record<string, unknown>>) => (typeof value === "number" ? value : null)

/** One line of at most `max` characters. */
export const text = (max: number): Kind<string> => ({
  ...inOneColumn,
  control: "text",
  shape: ({ line }) => line(max),
  read: (typed) =>
    typed.trim().length > max
      ? { problem: `Use at most ${max.toLocaleString("en-GB")} characters.` }
      : { value: typed.trim() },
  write: (value) => value,
  fromCells: textIn,
  order: (value) => value,
})

/** Text of several lines in Markdown, of at most `max` characters. */
export const prose = (max: number): Kind<string> => ({
  ...text(max),
  control: "prose",
  shape: ({ paragraph }) => paragraph(max),
})

type Bounds = { readonly from: number; readonly to: number; readonly unit?: string }

/** A decimal number with its unit. */
export const decimal = ({ from, to, unit }: Bounds): Kind<number> => ({
  ...inOneColumn,
  control: "number",
  ...(unit ? { unit } : {}),
  shape: ({ z }) => z.number().min(from).max(to),
  read: (typed) => {
    const value = readNumber(unit ? typed.replace(new RegExp(`\\s*${escaped(unit)}$`, "i"), "") : typed)
    return value !== null && value >= from && value <= to
      ? { value }
      : { problem: `Enter a number from ${plainDecimal(from)} to ${plainDecimal(to)}.` }
  },
  write: plainDecimal,
  fromCells: numberIn,
  order: (value) => value,
})
const escaped = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** A whole number with its unit. */
export const wholeNumber = (bounds: Bounds): Kind<number> => ({
  ...decimal(bounds),
  shape: ({ z }) => z.int().min(bounds.from).max(bounds.to),
  read: (typed, words) => {
    const read = decimal(bounds).read(typed, words)
    const isWhole = "value" in read && Number.isInteger(read.value)
    return isWhole
      ? read
      : { problem: `Enter a whole number from ${plainDecimal(bounds.from)} to ${plainDecimal(bounds.to)}.` }
  },
})

/** A share, 0 to 1, written in percent: `40%`. */
export const share: Kind<number> = {
  ...decimal({ from: 0, to: 1 }),
  unit: "%",
  read: (typed) => {
    const percent = readNumber(typed.replace(/\s*%$/, ""))
    return percent !== null && percent >= 0 && percent <= 100
      ? { value: rounded(percent / 100, 12) }
      : { problem: "Enter 0 to 100 percent." }
  },
  write: (value) => `${plainDecimal(rounded(value * 100, 10))}%`,
}

/** One of a few named values, in their order. */
export const choice = <const Options extends Readonly<Record<string, string>>>(
  options: Options,
): Kind<keyof Options & string> => {
  const isOption = (key: unknown): key is keyof Options & string =>
    typeof key === "string" && Object.hasOwn(options, key)
  const keys = keysOf(options)
  return {
    ...inOneColumn,
    control: "choice",
    options,
    shape: ({ z }) => z.enum(keys),
    read: (typed) => {
      const plain = typed.trim().toLowerCase()
      const key = keys.find((each) => each === plain || options[each]?.toLowerCase() === plain)
      return key ? { value: key } : { problem: `Choose one of: ${Object.values(options).join(", ")}.` }
    },
    write: (value) => options[value] ?? value,
    fromCells: ({ "": value }) => (isOption(value) ? value : null),
    order: (value) => keys.indexOf(value),
  }
}

/** Several of a few named values; in text their names, separated by semicolons. */
export const choices = <const Options extends Readonly<Record<string, string>>>(
  options: Options,
): Kind<readonly (keyof Options & string)[]> => {
  const one = choice(options)
  const inOrder = (keys: readonly (keyof Options & string)[]) => keysOf(options).filter((key) => keys.includes(key))
  return {
    ...inOneColumn,
    control: "list",
    options,
    shape: ({ z }) =>
      z
        .array(z.enum(keysOf(options)))
        .max(keysOf(options).length)
        .readonly(),
    read: (typed, words) => {
      const read = partsOf(typed).map((part) => one.read(part, words))
      const problem = read.find((each) => "problem" in each)
      return problem ?? { value: inOrder(read.flatMap((each) => ("value" in each ? [each.value] : []))) }
    },
    write: (keys) => joinParts(keys.map((key) => options[key] ?? key)),
    fromCells: (cells) => listIn(cells)?.flatMap((key) => one.fromCells({ "": key }) ?? []) ?? null,
    order: (keys) => keysOf(options).indexOf(keys[0] ?? ""),
  }
}

function keysOf<Options extends object>(options: Options): (keyof Options & string)[]
function keysOf(options: object): string[] {
  return Object.keys(options)
}

/** A step of a scale from 0 (or `from`), kept as its number and said with its word. */
export const scale = (words: readonly string[], from = 0): Kind<number> => {
  const to = from + words.length - 1
  const options = Object.fromEntries(words.map((word, at) => [String(at + from), `${at + from} ${word}`.trim()]))
  return {
    ...wholeNumber({ from, to }),
    control: "choice",
    options,
    read: (typed) => {
      const plain = typed.trim().toLowerCase()
      const at = words.findIndex((word, index) => String(index + from) === plain || word.toLowerCase() === plain)
      const named = at >= 0 ? at : Object.values(options).findIndex((name) => name.toLowerCase() === plain)
      return named >= 0 ? { value: named + from } : { problem: `Choose ${from} to ${to}.` }
    },
    write: (value) => options[String(value)] ?? String(value),
  }
}

export const yesNo: Kind<boolean> = {
  ...inOneColumn,
  control: "switch",
  shape: ({ z }) => z.boolean(),
  read: (typed) => {
    if (/^(yes|y|true|1|x)$/i.test(typed.trim())) return { value: true }
    return /^(no|n|false|0|-)$/i.test(typed.trim()) ? { value: false } : { problem: "Enter yes or no." }
  },
  write: (value) => (value ? "Yes" : "No"),
  fromCells: ({ "": value }) => (typeof value === "boolean" ? value : null),
  order: (value) => (value ? 0 : 1),
}

/** A calendar day in the programme's time zone. */
export const calendarDay: Kind<Day> = {
  ...inOneColumn,
  control: "day",
  shape: ({ Day }) => Day,
  read: (typed, { today }) => {
    const value = readDay(typed, today)
    return value !== null && isDay(value) ? { value } : { problem: "Enter a date, such as 2027-03-14 or 14 Mar 2027." }
  },
  write: (value) => sayDay(value),
  fromCells: ({ "": value }) => (typeof value === "string" && isDay(value) ? value : null),
  order: (value) => value,
}

/** Another record of the programme, by the type it is registered under: `person`, `workstream`, `gate`, `environment`. */
export const relation = (target: string): Kind<Id> => ({
  ...inOneColumn,
  control: "relation",
  target,
  shape: ({ Id }) => Id,
  read: (typed, words) => findOne(target, typed, words),
  write: (id, { nameOf }) => nameOf(target, id) ?? id,
  fromCells: textIn,
  order: (id, { nameOf }) => nameOf(target, id) ?? "",
})

/**
 * Something that is known by a key and not by an id, such as a component of the catalogue; found by any name it had.
 * Whoever knows the keys says so by `knowKeys`.
 */
export const keyOf = (target: string): Kind<string> => ({
  ...relation(target),
  shape: ({ line }) => line(80),
  read: (typed, words) => {
    const found = words.find(target, typed.trim())
    if (found === "several") return { problem: `There is more than one "${typed.trim()}". Use a name that is unique.` }
    return found ? { value: found.id } : { problem: `"${typed.trim()}" is not known.` }
  },
})

function findOne(target: string, typed: string, { find }: Words): { value: Id } | { problem: string } {
  const found = find(target, typed.trim())
  if (found === "several") return { problem: `There is more than one "${typed.trim()}". Use a name that is unique.` }
  return found ? { value: found.id } : { problem: `"${typed.trim()}" was not found in this programme.` }
}

/** Several other records; in text their names, separated by semicolons. */
export const relations = (target: string): Kind<readonly Id[]> => ({
  ...inOneColumn,
  control: "relations",
  target,
  shape: ({ z, Id }) => z.array(Id).max(500).readonly(),
  read: (typed, words) => {
    const read = partsOf(typed).map((part) => findOne(target, part, words))
    const problem = read.find((each) => "problem" in each)
    return problem ?? { value: [...new Set(read.flatMap((each) => ("value" in each ? [each.value] : [])))] }
  },
  write: (ids, { nameOf }) => joinParts(ids.map((id) => nameOf(target, id) ?? id)),
  fromCells: listIn,
  order: (ids, { nameOf }) => nameOf(target, ids[0] ?? "") ?? "",
})

/** Several things that are known by keys, such as components of the catalogue. */
export const keysTo = (target: string): Kind<readonly string[]> => {
  const one = keyOf(target)
  return {
    ...relations(target),
    shape: ({ z, line }) => z.array(line(80)).max(100).readonly(),
    read: (typed, words) => {
      const read = partsOf(typed).map((part) => one.read(part, words))
      const problem = read.find((each) => "problem" in each)
      return problem ?? { value: [...new Set(read.flatMap((each) => ("value" in each ? [each.value] : [])))] }
    },
  }
}

/** Parts between semicolons or line breaks; one that holds either stands in quotation marks. */
function partsOf(typed: string): readonly string[] {
  const parts = typed.match(/\s*"(?:[^"]|"")*"\s*(?=[;\n]|$)|[^;\n]+/g) ?? []
  return parts
    .map((part) => part.trim())
    .map((part) => (isQuoted(part) ? part.slice(1, -1).replaceAll('""', '"').trim() : part))
    .filter((part) => part !== "")
}
const isQuoted = (part: string) => /^"(?:[^"]|"")*"$/.test(part)
const joinParts = (parts: readonly string[]): string =>
  parts.map((part) => (/[;\n"]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join("; ")

const listIn = ({ "": value }: Readonly<Record<string, unknown>>): readonly string[] | null =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : null

/** A few short texts, such as catalogs or tags, separated by semicolons. */
export const list = (max: number, most = 200): Kind<readonly string[]> => ({
  ...inOneColumn,
  control: "list",
  shape: ({ z, line }) => z.array(line(max)).max(most).readonly(),
  read: (typed) => {
    const value = [...new Set(partsOf(typed))]
    return value.every((part) => part.length <= max) && value.length <= most
      ? { value }
      : { problem: `Use at most ${most} entries of at most ${max} characters each.` }
  },
  write: joinParts,
  fromCells: listIn,
  order: (value) => value[0] ?? "",
})

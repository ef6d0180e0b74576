import type * as z from "zod"
import type { Day } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { ShapeTools } from "./tools"

/** The editor and the cell that the screen uses; it has one of each a control, not one a field. */
export type Control =
  | "text"
  | "prose"
  | "number"
  | "choice"
  | "day"
  | "switch"
  | "relation"
  | "relations"
  | "list"
  | "link"

/** What an import or a cell found under a name: its id, several of that name, or nothing. */
export type Found = { readonly id: Id } | "several" | null

/** How ids are said and names found, and which day it is; given by whoever reads or writes values. */
export type Words = {
  readonly today: Day
  readonly nameOf: (target: string, id: Id) => string | null
  readonly find: (target: string, name: string) => Found
}

/** A value that was read from text, or a sentence that says what is wrong with it. */
export type Read<Value> = { readonly value: Value } | { readonly problem: string }
/** The columns of a value by what follows the field's own name; "" is the column of that name. */
export type Cells = Readonly<Record<string, unknown>>

/**
 * What a kind of value knows about itself. Members are methods, so that fields of any value stand in one record.
 * `read(write(value))` is `value`.
 */
export type Kind<Value> = {
  readonly control: Control
  readonly columns: readonly string[]
  /** The values that may be chosen with their names, in order. */
  readonly options?: Readonly<Record<string, string>>
  /** The type of the records that it points at. */
  readonly target?: string
  readonly unit?: string
  shape(tools: ShapeTools): z.ZodType<Value>
  /** From what a person typed, pasted or imported; never from empty text. */
  read(text: string, words: Words): Read<Value>
  /** For a cell, a paste, a sheet and a sentence. */
  write(value: Value, words: Words): string
  toCells(value: Value): Cells
  /** Null where the columns hold no value. */
  fromCells(cells: Cells): Value | null
  /** What rows are sorted by. */
  order(value: Value, words: Words): string | number
}

/** A kind that is kept in one column as it is. */
export const inOneColumn = {
  columns: [""],
  toCells: (value: unknown): Cells => ({ "": value }),
} as const

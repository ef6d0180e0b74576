import type { Id } from "@/lib/base/kernel/id"
import type { ProgrammePermission } from "@/lib/door/access/permissions"
import type { RefusalWords } from "@/lib/door/contract"
import type { Kind } from "./kind"
import type { OwnValues } from "./own-field"

/** What a field is called, and who may do what with it. */
export type About = {
  readonly label: string
  /** Said below the label where there is room for it. */
  readonly hint?: string
  /** Of its column, in pixels. */
  readonly width?: number
  /** Its column leaves when the table is narrower than this many pixels. */
  readonly showFrom?: number
  /** Its column is chosen by hand. */
  readonly hiddenAtFirst?: boolean
  /** Free text that may have to be erased: events keep its salted hash only. */
  readonly erasable?: boolean
  /** Who sees it at all, in lists, history, search and exports; without, everybody who may read the record. */
  readonly see?: ProgrammePermission
  /** Who may change it; without, everybody who may edit the record. `nobody`: only the record's own verbs do. */
  readonly edit?: ProgrammePermission | "nobody"
}

/** `given`: never empty, and asked for when a record is added. `preset`: never empty, begins with a value. `optional`: may be null. */
type Presence = "given" | "preset" | "optional"
export type Field<Value, How extends Presence = Presence, Fixed extends boolean = boolean> = {
  readonly kind: Kind<NonNullable<Value>>
  readonly about: About
  readonly presence: How
  readonly initial: Value | undefined
  /** Set by the record's own verbs only. */
  readonly fixed: Fixed
  /** The value, for the compiler alone. */
  readonly value?: Value
}

type Settable = About & { readonly edit?: ProgrammePermission }
const settable = { fixed: false } as const

/** May be empty. */
export const field = <Value>(kind: Kind<Value>, about: Settable): Field<Value | null, "optional", false> => ({
  ...{ kind: nonNull(kind), about, presence: "optional", initial: null, ...settable },
})
/** Has to be given when a record is added. */
export const required = <Value>(kind: Kind<Value>, about: Settable): Field<Value, "given", false> => ({
  ...{ kind: nonNull(kind), about, presence: "given", initial: undefined, ...settable },
})
/** Never empty, and `initial` at first. */
export const preset = <Value>(kind: Kind<Value>, initial: Value, about: Settable): Field<Value, "preset", false> => ({
  ...{ kind: nonNull(kind), about, presence: "preset", initial, ...settable },
})
/** Written by the record's own verbs only; empty until then. */
export const fixed = <Value>(kind: Kind<Value>, about: About): Field<Value | null, "optional", true> => ({
  ...{ kind: nonNull(kind), about: { ...about, edit: "nobody" }, presence: "optional", initial: null, fixed: true },
})

/** Kinds never hold null; the compiler cannot know it of a type that it does not know yet. */
function nonNull<Value>(kind: Kind<Value>): Kind<NonNullable<Value>>
function nonNull(kind: unknown): unknown {
  return kind
}

export type Fields = Readonly<Record<string, Field<unknown>>>
export type RecordWords = { readonly one: string; readonly many: string }

/** A type of record: its fields once; shapes, contracts, columns, panel, sheets, history and search follow from them. */
export type RecordType<F extends Fields = Fields, Code extends string = string> = {
  /** Permanent: stands in events, links and imports. */
  readonly type: string
  /** Below the programme's address. */
  readonly path: string
  readonly table: string
  readonly names: RecordWords
  readonly read: ProgrammePermission
  readonly edit: ProgrammePermission
  /** The field that a row is called by. */
  readonly title: keyof F & string
  /** What an import recognises a row by, the first that a row has. */
  readonly keys: readonly (keyof F & string)[]
  readonly fields: F
  /** What its own rules may refuse with. */
  readonly refusals?: Readonly<Record<Code, RefusalWords>>
}

export const record = <const F extends Fields, const Code extends string = never>(
  declared: RecordType<F, Code>,
): RecordType<F, Code> => declared

export type ValueOf<Of> = Of extends { readonly value?: infer Value } ? Exclude<Value, undefined> : never
export type Values<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> }
type NamesOf<F extends Fields, Mark> = { [Name in keyof F]: F[Name] extends Mark ? Name : never }[keyof F]
type Given<F extends Fields> = NamesOf<F, { readonly presence: "given" }>
type Open<F extends Fields> = NamesOf<F, { readonly fixed: false }>

/** What every record has beside its fields. */
export type Head = {
  readonly id: Id
  /** Within the programme and the type, from 1. */
  readonly number: number
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly own: OwnValues
}
/** A record as lists and panels get it. A field that the reader may not see is absent. */
export type View<F extends Fields = Fields> = Head & Values<F>
/** What `change` takes: any of the fields that may be set. */
export type Change<F extends Fields = Fields> = {
  readonly [Name in Open<F>]?: ValueOf<F[Name]> | undefined
} & { readonly own?: OwnValues | undefined }
/** What `add` takes: what has to be given, and any other. */
export type Draft<F extends Fields = Fields> = { readonly [Name in Given<F>]: ValueOf<F[Name]> } & Change<F>

/** The view of a declared type: `ViewOf<typeof environment>`. */
export type ViewOf<Type> = Type extends { readonly fields: infer F extends Fields } ? View<F> : never
export type ChangeOf<Type> = Type extends { readonly fields: infer F extends Fields } ? Change<F> : never
export type DraftOf<Type> = Type extends { readonly fields: infer F extends Fields } ? Draft<F> : never

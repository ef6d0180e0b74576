import type * as z from "zod"
import type { Id } from "@/lib/base/kernel/id"
import type { Address } from "@/lib/door/call"
import type { Contract, RefusalWords } from "@/lib/door/contract"
import type { FileAnswer } from "@/lib/door/file"
import type { ImportPreview, ImportResult } from "./import-shapes"
import type { OwnField } from "./own-field"
import type { Change, Draft, Fields, RecordType, View } from "./record"

export type ListAnswer<Line> = {
  readonly items: readonly Line[]
  /** What the programme added to this type of record. */
  readonly ownFields: readonly OwnField[]
  /** Names of fields that this reader does not see. */
  readonly hidden: readonly string[]
  /** `manage`: add and change the programme's own fields. */
  readonly may: { readonly edit: boolean; readonly manage: boolean }
}
export type Versioned = { readonly id: Id; readonly version: number }
type Shape<Value extends object> = z.ZodType<Value, Value>
type Words<Code extends string> = Readonly<Record<Code, RefusalWords>>
type Own<I extends object, O extends object, Code extends string> = Contract<
  Shape<I>,
  z.ZodType<O>,
  Words<Code>,
  "programme"
>
export type Asking = { readonly uploadId: Id; readonly mapping?: Readonly<Record<string, string>> | undefined }
export type ImportRefusal = "unreadable-file" | "upload-gone"
export type RecordRefusal = "not-found" | "changed-meanwhile" | "no-such-record" | "not-allowed-field" | "taken"

/** The operations of one type of record. `More` is what a line of its list has beside the view. */
export type RecordContracts<F extends Fields, Code extends string, More extends object> = {
  readonly list: Own<object, ListAnswer<View<F> & More>, never>
  readonly add: Own<Draft<F>, View<F>, RecordRefusal | Code>
  readonly change: Own<{ readonly recordId: Id; readonly version: number } & Change<F>, View<F>, RecordRefusal | Code>
  readonly changeMany: Own<
    { readonly items: readonly Versioned[]; readonly change: Change<F> },
    { readonly items: readonly View<F>[] },
    RecordRefusal | Code
  >
  readonly remove: Own<{ readonly recordId: Id; readonly version: number }, Versioned, RecordRefusal>
  readonly restore: Own<{ readonly recordId: Id }, View<F>, RecordRefusal>
  /** Takes a file and says what importing it would do. */
  readonly preview: Own<object, ImportPreview, "unreadable-file">
  /** The same for a file that was sent already, with another mapping. */
  readonly check: Own<Asking, ImportPreview, ImportRefusal>
  readonly import: Contract<
    z.ZodType<Asking & { readonly skipRefused: boolean }, Asking & { readonly skipRefused?: boolean | undefined }>,
    z.ZodType<ImportResult>,
    Words<ImportRefusal | "refused-rows" | RecordRefusal | Code>,
    "programme"
  >
  readonly export: Own<{ readonly format: "csv" | "xlsx"; readonly ids?: readonly Id[] | undefined }, FileAnswer, never>
}
export type RecordAddresses<F extends Fields, Code extends string = string, More extends object = object> = {
  readonly [Verb in keyof RecordContracts<F, Code, More>]: Address<RecordContracts<F, Code, More>[Verb]>
}

const pascal = (words: string) =>
  words
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")

/** Where the operations of a type of record are reached, for the browser. */
export function addressesOf<F extends Fields, Code extends string, More extends object = object>(
  of: RecordType<F, Code>,
): RecordAddresses<F, Code, More> {
  const all = `/programmes/{programmeId}/${of.path}`
  const one = `${all}/{recordId}`
  const single = pascal(of.names.one)
  const many = pascal(of.names.many)
  return {
    list: { name: `list${many}`, method: "GET", path: all },
    add: { name: `add${single}`, method: "POST", path: all },
    change: { name: `change${single}`, method: "PATCH", path: one },
    changeMany: { name: `change${many}`, method: "POST", path: `${all}/changes` },
    remove: { name: `remove${single}`, method: "DELETE", path: one },
    restore: { name: `restore${single}`, method: "POST", path: `${one}/restore` },
    preview: { name: `preview${many}Import`, method: "POST", path: `${all}/import/preview/file`, takes: true },
    check: { name: `check${many}Import`, method: "POST", path: `${all}/import/preview` },
    import: { name: `import${many}`, method: "POST", path: `${all}/import` },
    export: { name: `export${many}`, method: "POST", path: `${all}/export` },
  }
}

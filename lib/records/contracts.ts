import type * as z from "zod"
import { MOST_UPLOAD_BYTES } from "@/lib/base/files/upload"
import type { Address } from "@/lib/door/call"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"
import { addressesOf, type RecordContracts } from "./addresses"
import { ImportPreview, ImportResult, importRefusals, importShapes, sheetRefusals } from "./import-shapes"
import type { Fields, RecordType } from "./record"
import { shapesOf } from "./shapes"

export const recordRefusals = {
  ...notFound,
  ...changedMeanwhile,
  "no-such-record": {
    status: 422,
    sentence: "Something it refers to is not part of this programme; choose it from the list.",
  },
  "not-allowed-field": { status: 403, sentence: "Your role does not let you change one of these fields." },
  taken: { status: 409, sentence: "Another record already has this key." },
} as const

/** The contracts of a type of record. `more` is the shape of what a line of its list has beside the view. */
export function contractsOf<F extends Fields, Code extends string, More extends object = object>(
  of: RecordType<F, Code>,
  more?: z.ZodObject & z.ZodType<More>,
): RecordContracts<F, Code, More>
export function contractsOf(of: RecordType, more?: z.ZodObject): object {
  const { one, many } = of.names
  const shapes = shapesOf(of, more)
  const at = addressesOf(of)
  const common = { audience: "programme", permission: of.edit } as const
  const refusals = { ...recordRefusals, ...of.refusals }
  return {
    list: contract({
      ...{ ...common, ...plain(at.list), permission: of.read, input: shapes.nothing, refusals: {} },
      ...{ summary: `All ${many}`, output: shapes.list, etag: "version" },
    }),
    add: contract({
      ...{ ...common, ...plain(at.add), refusals, input: shapes.draft, output: shapes.view },
      summary: `Add ${articled(one)}`,
    }),
    change: contract({
      ...{ ...common, ...plain(at.change), refusals, input: shapes.change, output: shapes.view },
      summary: `Change ${articled(one)}; a change made on an old version is refused with what changed`,
    }),
    changeMany: contract({
      ...{ ...common, ...plain(at.changeMany), refusals, input: shapes.changeMany, output: shapes.views },
      summary: `Change several ${many} alike, all or none`,
    }),
    remove: contract({
      ...{ ...common, ...plain(at.remove), refusals: recordRefusals, input: shapes.remove, output: shapes.versioned },
      summary: `Remove ${articled(one)}; it can be restored`,
    }),
    restore: contract({
      ...{ ...common, ...plain(at.restore), refusals: recordRefusals, input: shapes.restore, output: shapes.view },
      summary: `Restore ${articled(one)} that was removed`,
    }),
    preview: contract({
      ...{
        ...common,
        ...plain(at.preview),
        refusals: sheetRefusals,
        input: importShapes.nothing,
        output: ImportPreview,
      },
      summary: `Preview an import of ${many} from a CSV or XLSX file`,
      takes: { maxBytes: MOST_UPLOAD_BYTES },
    }),
    check: contract({
      ...{ ...common, ...plain(at.check), refusals: importRefusals, input: importShapes.check, output: ImportPreview },
      summary: `Preview an import of ${many} again, with other fields for its columns`,
    }),
    import: contract({
      ...{ ...common, ...plain(at.import), input: importShapes.run, output: ImportResult },
      refusals: { ...refusals, ...importRefusals },
      summary: `Import ${many} from a previewed file, all or none`,
    }),
    export: contract({
      ...{ ...common, ...plain(at.export), permission: of.read, refusals: {} },
      ...{ input: importShapes.export, output: FileOutput },
      summary: `Export ${many} as CSV or XLSX, to be imported again`,
      gives: { mediaType: "application/octet-stream" },
    }),
  }
}

const plain = ({ name, method, path }: Address) => ({ name, method, path })
const articled = (noun: string) => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`

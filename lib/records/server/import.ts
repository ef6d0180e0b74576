import { database, type Transaction } from "@/lib/base/db/client"
import type { ReadTable, TableFault } from "@/lib/base/files/read-table"
import { readTableInProcess } from "@/lib/base/files/server/read-in-process"
import { keepUpload, withUpload } from "@/lib/base/files/server/uploads"
import { ok, type Refused, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import type { Upload } from "@/lib/door/file"
import { inTurn, readingFiles } from "@/lib/door/server/in-turn"
import { type CommandResult, type Done, done, unchanged } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import type { Asking, ImportRefusal, RecordRefusal } from "../addresses"
import type { ImportPreview, ImportResult } from "../import-shapes"
import type { Change, Draft, Fields, RecordType } from "../record"
import { type Mapping, type Match, matchColumns } from "../sheet/columns"
import { countsOf, type Outcome, planImport } from "../sheet/plan"
import { previewOf } from "../sheet/preview"
import { judgeOf } from "./judge-row"
import { findRows, viewOf } from "./rows"
import { findMapping, keepMapping, sheetContext } from "./sheet-context"
import { type RecordRules, writerOf } from "./writer"

/** So many rows are imported at once. */
const MOST_ROWS = 10_000
const MOST_CHARACTERS = 40_000_000
/** A large import writes for so long at most. */
const SECONDS = 300

type ImportCommands<Code extends string> = {
  readonly preview: (
    actor: ProgrammeActor,
    input: object,
    file: Upload,
  ) => Promise<Result<ImportPreview, "unreadable-file">>
  readonly check: (actor: ProgrammeActor, asked: Asking) => Promise<Result<ImportPreview, ImportRefusal>>
  readonly import: (
    actor: ProgrammeActor,
    asked: Asking & { readonly skipRefused: boolean },
  ) => Promise<CommandResult<ImportResult, ImportRefusal | "refused-rows" | RecordRefusal | Code>>
}

/** Previews and imports sheets of a type of record. */
export function importsOf<F extends Fields, Code extends string>(
  of: RecordType<F, Code>,
  rules: RecordRules<F, Code>,
): ImportCommands<Code> {
  const writer = writerOf(of, rules)
  const plan = async (actor: ProgrammeActor, table: ReadTable, chosen: Mapping | undefined, tx?: Transaction) => {
    const context = await sheetContext(of, actor, tx)
    const remembered = await findMapping(of, actor.programmeId)
    const matches = matchColumns(table.head, context.columns, { chosen: chosen ?? {}, remembered })
    const rows = await (tx ? findRows(tx, of, actor.programmeId) : rowsOutside(of, actor))
    const outcomes = planImport({
      ...{ of, slots: context.slots, words: context.words, records: rows.map((row) => viewOf(of, row)) },
      rows: table.rows.map(([line, cells]) => ({ line, cells: namedCells(matches, cells) })),
      judge: judgeOf(of, rules, actor, context.slots),
    })
    return { context, matches, outcomes }
  }
  const previewed = async (
    actor: ProgrammeActor,
    path: string,
    upload: { readonly id: string; readonly sha256: Uint8Array },
    chosen?: Mapping,
  ): Promise<Result<ImportPreview, "unreadable-file">> => {
    const read = await readUpload(path)
    if (!read.ok) return read
    const planned = await plan(actor, read.value, chosen)
    return ok({
      ...{ uploadId: upload.id, sha256: Buffer.from(upload.sha256).toString("hex") },
      ...previewOf(read.value, planned.matches, planned.context.columns, planned.outcomes),
    })
  }
  return {
    preview: async (actor, _, file) => {
      const { programmeId, personId, context } = actor
      const id = await keepUpload({ ...file, programmeId, addedBy: personId, at: context.at })
      return previewed(actor, file.path, { id, sha256: file.sha256 })
    },
    check: async (actor, { uploadId, mapping }) =>
      (await withUpload(actor.programmeId, uploadId, actor.context.at, (path, sha256) =>
        previewed(actor, path, { id: uploadId, sha256 }, mapping),
      )) ?? refuse("upload-gone"),
    import: async (actor, { uploadId, mapping, skipRefused }) => {
      // Before the file is looked for, which would tell whether it is there.
      if (!actor.may(of.edit)) return refuse("not-allowed")
      const read = await withUpload(actor.programmeId, uploadId, actor.context.at, readUpload)
      if (read === null) return refuse("upload-gone")
      if (!read.ok) return read
      const table = read.value
      let counts: ImportResult | null = null
      const outcome = await transact<typeof of.edit, ProgrammeActor, ImportResult, ImportCode<Code>>(
        actor,
        of.edit,
        async (tx) => {
          // Held before anything is compared, so that the same file twice at once adds nothing twice.
          await tx.$executeRaw`SELECT 1 FROM programme WHERE id = ${actor.programmeId}::uuid FOR NO KEY UPDATE`
          const planned = await plan(actor, table, mapping, tx)
          const found = countsOf(planned.outcomes)
          if (found.refused > 0 && !skipRefused) return refuse("refused-rows", { refused: found.refused })
          const written = await write(tx, actor, planned.outcomes)
          if (!written.ok) return written
          const [first, ...others] = written.value
          if (!first) {
            counts = found
            return refuse("nothing-changed")
          }
          if (mapping) await keepMapping(tx, of, actor.programmeId, mapping)
          return done(found, first, ...others)
        },
        { seconds: SECONDS },
      )
      if (outcome.ok || outcome.refusal !== "nothing-changed") return narrowed<Code>(outcome)
      return unchanged(counts ?? { added: 0, changed: 0, same: 0, refused: 0 })
    },
  }

  async function write(
    tx: Transaction,
    actor: ProgrammeActor,
    outcomes: readonly Outcome[],
  ): Promise<Result<readonly EventDraft[], RecordRefusal | Code>> {
    const events: EventDraft[] = []
    for (const outcome of outcomes) {
      const written = await writeOne(tx, actor, outcome)
      if (written === null) continue
      if (!written.ok) return { ...written, detail: { ...written.detail, line: outcome.line } }
      events.push(...written.events)
    }
    return ok(events)
  }
  function writeOne(
    tx: Transaction,
    actor: ProgrammeActor,
    outcome: Outcome,
  ): Promise<Done<unknown> | Refused<Code | RecordRefusal>> | null {
    if (outcome.kind === "added") return writer.add(tx, actor, draftIn<F>(outcome.change))
    return outcome.kind === "changed" ? writer.edit(tx, actor, outcome, changeIn<F>(outcome.change)) : null
  }
}

type ImportCode<Code extends string> = "refused-rows" | "nothing-changed" | RecordRefusal | Code

/** An outcome of the import without the word that it changed nothing. */
function narrowed<Code extends string>(
  outcome: CommandResult<ImportResult, ImportCode<Code>>,
): CommandResult<ImportResult, Exclude<ImportCode<Code>, "nothing-changed">>
function narrowed(outcome: unknown): unknown {
  return outcome
}

async function readUpload(path: string): Promise<Result<ReadTable, "unreadable-file">> {
  const job = { path, mostRows: MOST_ROWS, mostCharacters: MOST_CHARACTERS }
  const answer = await inTurn(readingFiles, () => readTableInProcess(job))
  return "fault" in answer ? refuse("unreadable-file", { detail: sayFault(answer.fault) }) : ok(answer.table)
}

const sayFault = ({ line, message }: TableFault): string => (line === null ? message : `Row ${line}: ${message}`)

const namedCells = (matches: readonly Match[], cells: readonly string[]): ReadonlyMap<string, string> =>
  new Map(matches.flatMap(({ name }, at) => (name === null ? [] : [[name, cells[at] ?? ""] as const])))

const rowsOutside = (of: RecordType, actor: ProgrammeActor) => findRows(database().prisma, of, actor.programmeId)

function draftIn<F extends Fields>(change: object): Draft<F>
function draftIn(change: object): object {
  return change
}
function changeIn<F extends Fields>(change: object): Change<F>
function changeIn(change: object): object {
  return change
}

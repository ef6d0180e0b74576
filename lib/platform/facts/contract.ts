import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract, notFound } from "@/lib/door/contract"
import { factSources } from "./fact"

/** The largest file of facts that is taken in, in bytes. */
export const MAX_FACT_FILE_BYTES = 64 * 1024 * 1024
/** The largest file that is kept beside its facts, in bytes. */
export const MAX_KEPT_BYTES = 16 * 1024 * 1024
/** The most facts in one file. */
export const MAX_FACTS = 250_000

export const FactSource = z.enum(factSources).meta({
  id: "FactSource",
  description: "The product's own bundle, a live connection, a SAT, UCX or DQX export, or facts as JSON.",
})
/** A connection's facts come by its runs, not by a file. */
const FileSource = FactSource.exclude(["connection"])
const Instant = z.iso.datetime({ offset: true })

export const FactCounts = z
  .strictObject({
    read: z.int().meta({ description: "Rows of the file; the sum of the three others." }),
    taken: z.int().meta({ description: "Rows that the facts are made of." }),
    same: z.int().meta({ description: "Rows that say what another row said already." }),
    aside: z.array(z.strictObject({ reason: z.string(), rows: z.int() })).meta({ description: "Set aside, and why." }),
  })
  .meta({ id: "FactCounts" })
export type FactCounts = z.output<typeof FactCounts>

export const FactSetView = z
  .strictObject({
    id: Id,
    source: FactSource,
    bundleVersion: z.string().nullable(),
    region: z.string().nullable(),
    takenAt: Instant.meta({ description: "When it was measured; freshness counts at this time." }),
    importedAt: Instant,
    importedBy: z.strictObject({ id: Id, name: z.string() }).nullable(),
    fileName: z.string().nullable(),
    sha256: z.string().meta({ description: "Of the file as it came, in hex." }),
    rows: z.int(),
    workspace: z.string().nullable(),
    counts: FactCounts.nullable().meta({ description: "What became of the rows of the file; null for no file." }),
    ranWith: z
      .record(z.string(), z.string())
      .nullable()
      .meta({ description: "The parameters that it ran with; null when it does not say." }),
    withdrawn: z
      .strictObject({ reason: z.string(), at: Instant, by: z.strictObject({ id: Id, name: z.string() }) })
      .nullable()
      .meta({ description: "Withdrawn: it stays on record but no longer counts." }),
  })
  .meta({ id: "FactSet" })
export type FactSetView = z.output<typeof FactSetView>

export const FactView = z
  .strictObject({
    metric: z.string(),
    dimension: z.string(),
    value: z.number().nullable(),
    n: z.number().nullable(),
    asOf: Instant,
    region: z.string(),
    workspace: z.string().meta({ description: "Where it was measured; empty for the whole region or account." }),
    reason: z.string().nullable(),
  })
  .meta({ id: "Fact" })
export type FactView = z.output<typeof FactView>

export const FactFault = z
  .strictObject({
    line: z.int().nullable().meta({ description: "Counted from 1; null when the whole file is meant." }),
    column: z.string().nullable().meta({ description: "The name of the column, or of the member." }),
    sheet: z.string().nullable().meta({ description: "The sheet, or the file inside an archive." }),
    message: z.string(),
  })
  .meta({ id: "FactFault" })
export type FactFault = z.output<typeof FactFault>

const Verdict = z.enum(["met", "not-met", "could-not-tell"])
/** A verdict that an import changes, or would change. */
export const VerdictChange = z
  .strictObject({
    checkId: Id,
    key: z.string(),
    sentence: z.string(),
    from: Verdict,
    to: Verdict,
    reason: z.string().meta({ description: "The new reason." }),
  })
  .meta({ id: "VerdictChange" })
export type VerdictChange = z.output<typeof VerdictChange>

export const FactPreview = z
  .strictObject({
    source: FactSource,
    bundleVersion: z.string().nullable(),
    takenAt: Instant.nullable(),
    rows: z.int(),
    counts: FactCounts,
    metrics: z.array(z.strictObject({ metric: z.string(), rows: z.int() })),
    faults: z.array(FactFault).meta({ description: "The first hundred; a file with any is not imported." }),
    faultCount: z.int(),
    notes: z.array(z.string()).meta({ description: "What was left out on purpose, and why." }),
    sample: z.array(FactView).meta({ description: "The first twenty facts." }),
    known: FactSetView.nullable().meta({ description: "The set that this very file became before." }),
    changes: z.array(VerdictChange),
  })
  .meta({ id: "FactPreview" })
export type FactPreview = z.output<typeof FactPreview>

const FactFile = z.strictObject({
  source: FileSource,
  fileName: z.string().trim().min(1).max(255).optional().meta({ description: "The extension determines the format." }),
  takenAt: Instant.optional().meta({ description: "When it was taken, if the file doesn't include it." }),
  region: z.string().trim().max(60).optional().meta({ description: "The region, if the file doesn't include it." }),
  workspace: z
    .string()
    .trim()
    .max(120)
    .optional()
    .meta({ description: "The id or host of the workspace it was taken in, where the file is silent." }),
})
export type FactFile = z.output<typeof FactFile>

const unreadable = {
  "unreadable-file": { status: 422, sentence: "This file doesn't match the selected source." },
  "file-has-faults": {
    status: 422,
    sentence: "The file has errors, so nothing was imported. Each error shows its line.",
  },
  "no-facts": { status: 422, sentence: "This file contains no facts." },
} as const

export const previewFactSet = contract({
  name: "previewFactSet",
  audience: "programme",
  permission: "facts.import",
  method: "POST",
  path: "/programmes/{programmeId}/fact-sets/preview/file",
  summary: "Preview a facts file and the verdicts it would change",
  input: FactFile,
  output: FactPreview,
  refusals: { "unreadable-file": unreadable["unreadable-file"] },
  takes: { maxBytes: MAX_FACT_FILE_BYTES },
})

export const importFactSet = contract({
  name: "importFactSet",
  audience: "programme",
  permission: "facts.import",
  method: "POST",
  path: "/programmes/{programmeId}/fact-sets/file",
  summary: "Import a facts file as an immutable fact set; importing it twice has no effect",
  input: FactFile,
  output: z
    .strictObject({
      factSet: FactSetView,
      imported: z.boolean().meta({ description: "False when this very file was imported before." }),
      changes: z.array(VerdictChange),
    })
    .meta({ id: "FactImport" }),
  refusals: unreadable,
  takes: { maxBytes: MAX_FACT_FILE_BYTES },
})

export const listFactSets = contract({
  name: "listFactSets",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/fact-sets",
  summary: "Imported fact sets, newest first",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(FactSetView) }),
  refusals: {},
  etag: "version",
})

export const getFactSet = contract({
  name: "getFactSet",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/fact-sets/{factSetId}",
  summary: "A fact set with its facts, 500 per page",
  input: z.strictObject({
    factSetId: Id,
    metric: z.string().max(160).optional(),
    after: z.coerce.number().int().min(0).optional().meta({ description: "The `next` of the answer before." }),
  }),
  output: z.strictObject({
    factSet: FactSetView,
    facts: z.array(FactView),
    next: z.int().nullable().meta({ description: "Null at the end." }),
    fileKept: z.boolean().meta({ description: "Whether its file can still be fetched, and corrected." }),
    may: z.strictObject({ change: z.boolean() }).meta({ description: "Withdraw it, correct it, erase its file." }),
  }),
  refusals: notFound,
  etag: "version",
})

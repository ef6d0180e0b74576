import * as z from "zod"
import { contract } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"

/** What of the bundle is wanted: which measures are left out, and the region it is run in. */
export const BundleChoice = z.strictObject({
  leaveOut: z
    .string()
    .max(4000)
    .regex(/^([a-z0-9-]+(,[a-z0-9-]+)*)?$/, "Name measures, separated by commas.")
    .optional()
    .meta({ description: "Measures that are left out, separated by commas." }),
  region: z
    .string()
    .trim()
    .max(60)
    .regex(/^[\w .-]*$/, "A region is a short name such as westeurope.")
    .optional()
    .meta({ description: "The region it is run in; it is written beside the figures." }),
})
export type BundleChoice = z.output<typeof BundleChoice>

const Range = z.strictObject({ from: z.number(), to: z.number() })
export const FactBundleView = z
  .strictObject({
    version: z.string().meta({ description: "What the result's column bundle_version must say." }),
    parameters: z.array(
      z.strictObject({ name: z.string(), type: z.string(), fallback: z.string(), meaning: z.string() }),
    ),
    tables: z.array(z.string()).meta({ description: "All system tables that it reads." }),
    measures: z.array(
      z.strictObject({
        name: z.string(),
        evidence: z.array(z.string()),
        why: z.string(),
        tables: z.array(z.string()),
        preview: z.boolean().meta({ description: "Whether a table that it reads is in public preview." }),
      }),
    ),
    cost: z
      .strictObject({ statements: z.int(), minutes: Range, dbus: Range, said: z.string() })
      .meta({ description: "An estimate for one run in one region; nothing of it was measured." }),
  })
  .meta({ id: "FactBundle" })
export type FactBundleView = z.output<typeof FactBundleView>

export const getFactBundle = contract({
  name: "getFactBundle",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/fact-bundle",
  summary: "What the programme's fact bundle reads and needs",
  input: BundleChoice,
  output: FactBundleView,
  refusals: {},
})

export const getFactBundleSql = contract({
  name: "getFactBundleSql",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/fact-bundle/sql",
  summary: "The bundle as one SQL script that only reads, with a handler for each statement",
  input: BundleChoice,
  output: FileOutput,
  refusals: {},
  gives: { mediaType: "application/sql" },
})

export const getFactBundleNotebook = contract({
  name: "getFactBundleNotebook",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/fact-bundle/notebook",
  summary: "The bundle as a notebook, running each measure separately",
  input: BundleChoice,
  output: FileOutput,
  refusals: {},
  gives: { mediaType: "text/x-python" },
})

export const getFactBundleGrants = contract({
  name: "getFactBundleGrants",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/fact-bundle/grants",
  summary: "The privileges that the bundle needs, as a script for an administrator",
  input: BundleChoice,
  output: FileOutput,
  refusals: {},
  gives: { mediaType: "application/sql" },
})

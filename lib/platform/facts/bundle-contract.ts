import * as z from "zod"
import { contract } from "@/lib/door/contract"
import { FileOutput } from "@/lib/door/file"

export const FactBundleView = z
  .strictObject({
    version: z.string().meta({ description: "What the result's column bundle_version must say." }),
    parameters: z.array(
      z.strictObject({ name: z.string(), type: z.string(), fallback: z.string(), meaning: z.string() }),
    ),
    tables: z.array(z.string()).meta({ description: "All system tables that it reads." }),
    measures: z.array(z.strictObject({ name: z.string(), evidence: z.string(), why: z.string() })),
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
  input: z.strictObject({}),
  output: FactBundleView,
  refusals: {},
})

export const getFactBundleSql = contract({
  name: "getFactBundleSql",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/fact-bundle/sql",
  summary: "The bundle as one read-only query",
  input: z.strictObject({}),
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
  input: z.strictObject({}),
  output: FileOutput,
  refusals: {},
  gives: { mediaType: "text/x-python" },
})

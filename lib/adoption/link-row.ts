import * as z from "zod"

const Text = z.string().nullable()
const LinkRow = z.strictObject({
  ...{ id: z.string(), programmeId: z.string(), type: z.enum(["FS", "SS", "FF", "SF"]), lag: z.int() },
  ...{ fromItemId: Text, fromWorkstreamId: Text, fromGateId: Text, version: z.int() },
  ...{ toItemId: Text, toWorkstreamId: Text, toGateId: Text },
})

/** The row of a link that was taken away, as it was kept. */
export const linkRowOf = (row: unknown): z.output<typeof LinkRow> => LinkRow.parse(row)

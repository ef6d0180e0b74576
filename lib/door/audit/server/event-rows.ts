import * as z from "zod"

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const Told = z.union([Scalar, z.array(Scalar)])
const Data = z.record(z.string(), z.union([Told, z.record(z.string(), Told)]))
const Texts = z.record(z.string(), z.string())

/** JSON columns are parsed at this edge; the row was written by `seal`. */
export const dataOf = (column: unknown): z.output<typeof Data> => Data.parse(column)
export const textsOf = (column: unknown): Readonly<Record<string, string>> => Texts.parse(column)

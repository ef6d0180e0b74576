import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { MOST_OWN_FIELDS, ownKinds } from "./own-field"
import type { Field, RecordType } from "./record"
import { shapeTools } from "./tools"

const version = z.int().min(1).meta({ description: "The version you loaded." })
const OwnValue = z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()])
const OwnValues = z
  .record(z.string().max(80), OwnValue)
  .refine((values) => Object.keys(values).length <= MOST_OWN_FIELDS, `Use at most ${MOST_OWN_FIELDS} own fields.`)
const instant = z.iso.datetime({ offset: true })
const Versioned = z.strictObject({ id: Id, version: z.int() })

export const OwnFieldView = z
  .strictObject({
    id: Id,
    version: z.int(),
    key: z.string(),
    label: z.string(),
    kind: z.enum(Object.keys(ownKinds)),
    options: z.array(z.string()).readonly(),
  })
  .meta({ id: "OwnField" })

function shapeOf({ kind, presence, about }: Field<unknown>): z.ZodType {
  const plain = kind.shape(shapeTools).meta({ description: kind.unit ? `${about.label}, ${kind.unit}` : about.label })
  return presence === "optional" ? plain.nullable() : plain
}

/** All shapes of a type of record, made once from its fields. */
export function shapesOf({ fields, names }: RecordType, more: z.ZodObject = z.object({})) {
  const id = names.one.replace(/(^|[^a-z]+)([a-z])/gi, (_, __, first: string) => first.toUpperCase())
  const all = Object.entries<Field<unknown>>(fields).map(([name, each]) => ({ name, each, shape: shapeOf(each) }))
  const viewed = Object.fromEntries(
    all.map(({ name, each, shape }) => [name, each.about.see ? shape.optional() : shape]),
  )
  const open = all.filter(({ each }) => !each.fixed)
  const changed = Object.fromEntries(open.map(({ name, shape }) => [name, shape.optional()]))
  const drafted = Object.fromEntries(
    open.map(({ name, each, shape }) => [name, each.presence === "given" ? shape : shape.optional()]),
  )
  const own = { own: OwnValues.optional() }
  const head = { id: Id, number: z.int(), version: z.int(), createdAt: instant, updatedAt: instant, own: OwnValues }
  const view = z.strictObject({ ...head, ...viewed })
  const line = z.strictObject({ ...view.shape, ...more.shape }).meta({ id: `${id}Line` })
  const items = z.array(Versioned.extend({ version })).min(1).max(500)
  return {
    view: view.meta({ id }),
    views: z.strictObject({ items: z.array(view) }),
    nothing: z.strictObject({}),
    list: z.strictObject({
      items: z.array(line),
      ownFields: z.array(OwnFieldView),
      hidden: z.array(z.string()),
      may: z.strictObject({ edit: z.boolean(), manage: z.boolean() }),
    }),
    draft: z.strictObject({ ...drafted, ...own }),
    change: z.strictObject({ recordId: Id, version, ...changed, ...own }),
    changeMany: z.strictObject({ items, change: z.strictObject({ ...changed, ...own }) }),
    remove: z.strictObject({ recordId: Id, version }),
    restore: z.strictObject({ recordId: Id }),
    versioned: Versioned,
  }
}

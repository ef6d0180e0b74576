import * as z from "zod"
import { paragraph } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { adoptionStates } from "./adoption"

const AdoptionState = z.enum(adoptionStates).meta({ id: "AdoptionState" })

export const ComponentView = z
  .strictObject({
    key: z.string(),
    section: z.string(),
    name: z.string().meta({ description: "Today's official name." }),
    seedName: z.string().nullable().meta({ description: "Its name in the source roadmap." }),
    formerNames: z.array(z.strictObject({ name: z.string(), until: z.string().nullable() })),
    aliases: z.array(z.string()),
    status: z.string(),
    description: z.string(),
    note: z.string().nullable(),
    docs: z.array(z.string()).meta({ description: "Addresses of its documentation." }),
    stageKeys: z.array(z.string()),
    plane: z.string(),
    asOf: z.string().meta({ description: "The month in which name and status were checked." }),
    source: z.string(),
    confidence: z.enum(["official", "secondary", "unconfirmed"]),
    adoption: AdoptionState,
    adoptionNote: z.string().nullable(),
    version: z.int().meta({ description: "Version of the adoption record; 0 before the first." }),
  })
  .meta({ id: "Component" })
export type ComponentView = z.output<typeof ComponentView>

const Named = z.strictObject({ key: z.string(), name: z.string() })

export const listComponents = contract({
  name: "listComponents",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/components",
  summary: "The catalogue of Databricks components with this programme's adoption",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(ComponentView),
    sections: z.array(Named),
    planes: z.array(z.strictObject({ key: z.string(), name: z.string(), contents: z.string() })),
  }),
  refusals: {},
  etag: "version",
})

export const changeAdoption = contract({
  name: "changeAdoption",
  audience: "programme",
  permission: "components.edit",
  method: "PUT",
  path: "/programmes/{programmeId}/components/{componentKey}",
  summary: "Set this programme's adoption of a component",
  input: z.strictObject({
    componentKey: z.string().max(80),
    version: z.int().min(0),
    state: AdoptionState,
    note: paragraph(2_000).nullable().optional(),
  }),
  output: ComponentView,
  refusals: { ...notFound, ...changedMeanwhile },
})

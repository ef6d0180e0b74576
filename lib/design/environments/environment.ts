import { choice, list, prose, relation, text, wholeNumber, yesNo } from "@/lib/records/kinds"
import { field, preset, record, required } from "@/lib/records/record"

export const clouds = { azure: "Azure", aws: "AWS", gcp: "Google Cloud" } as const

/** A Databricks workspace in the programme's scope. Facts count only when they come from one of these. */
export const environment = record({
  ...{ type: "environment", path: "environments", table: "environment" },
  names: { one: "environment", many: "environments" },
  ...{ read: "programme.read", edit: "design.edit", title: "name", keys: ["workspaceId", "name"] },
  fields: {
    name: required(text(120), { label: "Name", width: 220 }),
    cloud: required(choice(clouds), { label: "Cloud", width: 110 }),
    region: field(text(60), { label: "Region", width: 130 }),
    accountId: field(text(80), { label: "Account ID", width: 180, hiddenAtFirst: true }),
    workspaceId: field(wholeNumber({ from: 1, to: Number.MAX_SAFE_INTEGER }), { label: "Workspace ID", width: 150 }),
    workspaceHost: field(text(200), { label: "Workspace host", width: 240, showFrom: 1100 }),
    metastore: field(text(200), { label: "Metastore", width: 160, showFrom: 1200 }),
    catalogs: preset(list(255), [], { label: "Catalogs", hint: "Bound to this workspace", width: 180, showFrom: 900 }),
    layerSchemas: preset(list(255), [], {
      ...{ label: "Layer schemas", hint: "Schemas or patterns of the raw, curated and consumer layers" },
      ...{ width: 180, hiddenAtFirst: true },
    }),
    production: preset(yesNo, false, { label: "Production", width: 100 }),
    ownerId: field(relation("person"), { label: "Owner", width: 150, showFrom: 760 }),
    note: preset(prose(10_000), "", { label: "Note", erasable: true }),
  },
})

import { describe, expect, test } from "vitest"
import type { ComponentView } from "./contract"
import { filtered, noFilter, readFilter, writeFilter } from "./filter"

const component = (key: string, more: Partial<ComponentView> = {}): ComponentView => ({
  ...{ key, section: "pipelines", name: key, seedName: null, formerNames: [], aliases: [], status: "ga" },
  ...{ description: "", note: null, docs: [], stageKeys: [], plane: "compute-plane", asOf: "2026-11", source: "" },
  ...{ confidence: "official", adoption: "not_considered", adoptionNote: null, version: 0, ...more },
})
const catalogue = [
  component("lakeflow", { name: "Lakeflow pipelines", aliases: ["DLT"], adoption: "planned" }),
  component("volumes", { name: "Volumes", section: "storage", adoption: "piloting" }),
  component("dbrx", { name: "DBRX", status: "retired" }),
]
const keys = (filter: Partial<typeof noFilter>) =>
  filtered(catalogue, { ...noFilter, ...filter }).map(({ component: { key } }) => key)

describe("a filter of the catalogue", () => {
  test("lets everything through when nothing is asked", () => {
    expect(keys({})).toEqual(["lakeflow", "volumes", "dbrx"])
  })
  test("finds by a former name and says by which", () => {
    expect(filtered(catalogue, { ...noFilter, text: "dlt" })).toMatchObject([
      { component: { key: "lakeflow" }, by: "DLT" },
    ])
  })
  test("lets through any of several values of one kind, and only what all kinds let through", () => {
    expect(keys({ adoptions: ["planned", "piloting"] })).toEqual(["lakeflow", "volumes"])
    expect(keys({ adoptions: ["planned", "piloting"], sections: ["storage"] })).toEqual(["volumes"])
    expect(keys({ statuses: ["retired"] })).toEqual(["dbrx"])
  })
  test("survives the address", () => {
    const filter = { text: "lake", sections: ["storage"], adoptions: ["planned" as const], statuses: ["ga", "legacy"] }
    const query = new URLSearchParams(Object.entries(writeFilter(filter)).flatMap(([k, v]) => (v ? [[k, v]] : [])))
    expect(readFilter(query)).toEqual(filter)
  })
  test("leaves out of the address what it does not know", () => {
    expect(readFilter(new URLSearchParams("adoption=loved,planned&status=new&sort=x"))).toEqual({
      ...noFilter,
      adoptions: ["planned"],
    })
  })
})

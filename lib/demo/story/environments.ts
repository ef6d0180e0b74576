import type { environment } from "@/lib/design/environments/environment"
import type { ChangeOf } from "@/lib/records/record"

/** A workspace of the bank; its owner by name. */
export type ToldEnvironment = Omit<ChangeOf<typeof environment>, "ownerId"> & {
  readonly name: string
  readonly cloud: "azure"
  readonly owner: string
}

const account = "5b1f0c2e-7a44-4c1d-9a30-2f6f6d0e7711"
const azure = { cloud: "azure", accountId: account } as const
const hostOf = (number: number) => `adb-740000000000000${number}.${number}.azuredatabricks.net`
const layersOf = (catalog: string) => [`${catalog}.raw_*`, `${catalog}.curated_*`, `${catalog}.mart_*`]

/** One account, four workspaces: three stages in one region, and a small one for recovery in another. */
export const environments: readonly ToldEnvironment[] = [
  {
    ...azure,
    ...{ name: "Development", region: "westeurope", workspaceId: 7400000000000002, workspaceHost: hostOf(2) },
    ...{ metastore: "northbridge-westeurope", catalogs: ["dev"], layerSchemas: layersOf("dev"), owner: "Jonas Adler" },
    note: "Engineers work here. Copies of production data are masked before they come in.",
  },
  {
    ...azure,
    ...{ name: "Test", region: "westeurope", workspaceId: 7400000000000003, workspaceHost: hostOf(3) },
    ...{
      metastore: "northbridge-westeurope",
      catalogs: ["test"],
      layerSchemas: layersOf("test"),
      owner: "Jonas Adler",
    },
    note: "Releases run here for a day before production.",
  },
  {
    ...azure,
    ...{ name: "Production", region: "westeurope", workspaceId: 7400000000000001, workspaceHost: hostOf(1) },
    ...{ metastore: "northbridge-westeurope", catalogs: ["prod", "prod_regulated", "prod_sandbox"] },
    ...{ layerSchemas: layersOf("prod"), production: true, owner: "Marta Ruiz" },
    note: "Only service principals write. Regulated data has a catalog of its own.",
  },
  {
    ...azure,
    ...{ name: "Recovery", region: "northeurope", workspaceId: 7400000000000004, workspaceHost: hostOf(4) },
    ...{ metastore: "northbridge-northeurope", catalogs: ["prod"], production: false, owner: "Jonas Adler" },
    note: "Stands by. The switch has been written down and never rehearsed.",
  },
]

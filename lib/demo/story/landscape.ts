import type { Complexity, Disposition, LandscapeKind, Lane } from "@/lib/design/landscape/landscape-item"

/** An item of the bank's landscape. Others are named by their names; `phase` is its number. */
export type ToldItem = {
  readonly name: string
  readonly kind: LandscapeKind
  readonly layer: Lane | null
  readonly owner: string | null
  readonly disposition: Disposition
  readonly component: string | null
  readonly phase: number | null
  readonly complexity: Complexity | null
  readonly gigabytes: number | null
  readonly count: readonly [amount: number, unit: string] | null
  readonly regulations: readonly string[]
  readonly migrated: number | null
  readonly asIsName: string | null
  readonly replaces: readonly string[]
  /** Where it lands, as schemas. */
  readonly targets: readonly string[]
  readonly feedsNow: readonly string[]
  readonly feedsThen: readonly string[]
}

const kinds: Readonly<Record<string, readonly [LandscapeKind, Lane | null]>> = {
  ...{ source: ["data_source", "sources"], pipe: ["pipeline", "ingestion"], raw: ["store", "raw"] },
  ...{ curated: ["store", "curated"], mart: ["store", "consumer"], bi: ["analytics_tool", "serving"] },
  ...{ ai: ["analytics_tool", "ai_ml"], person: ["persona", null], need: ["security_need", "governance"] },
}
const dispositions: Readonly<Record<string, Disposition>> = {
  ...{ "=": "retain", ">": "migrate", "~": "replace", x: "retire", "+": "new", "?": "undecided" },
}
const owners: Readonly<Record<string, string>> = {
  ...{ MR: "Marta Ruiz", LT: "Leo Tan", JA: "Jonas Adler", PN: "Priya Nair", ML: "Mei Lindqvist", KO: "Kwame Osei" },
}
const complexities: Readonly<Record<string, Complexity>> = { l: "low", m: "medium", h: "high" }

/** kind | name | owner | disposition | component | phase | complexity | GB | count | migrated | regulations | feeds now | feeds then */
const systems = `
source|Card switch events|JA|=|structured-streaming|2|h|11600|1 feed|1|PCI DSS,GDPR|Card files|Card stream
source|Core banking|MR|=|lakeflow-connect|2|h|6200|1 feed|1|GDPR,BCBS 239|Informatica, customer|Change capture
source|SAP finance|MR|=|lakeflow-connect|2|h|3400|1 feed|0|BCBS 239|BW extract|SAP connector
source|Payments hub|LT|=|auto-loader|2|m|2700|1 feed|1|PSD2,GDPR|SFTP jobs|File arrival
source|Loans|LT|=|lakeflow-connect|2|l|1900|1 feed|1|GDPR|Informatica, lending|Change capture
source|CRM|LT|=|lakeflow-connect|2|m|800|1 feed|1|GDPR|Informatica, customer|Change capture
source|Market data files|LT|>|auto-loader|2|l|300|1 feed|1||SFTP jobs|File arrival
source|Mobile app|JA|+|zerobus-ingest|3|m|4100|1 feed|0|GDPR||Event stream
source|Branch spreadsheets||?||||2|240 files||GDPR|Control-M chains|
pipe|Informatica, customer|LT|x|lakeflow-connect|2|m||64 jobs|64|GDPR|Customer raw zone|
pipe|Informatica, lending|LT|x|lakeflow-connect|2|m||22 jobs|22|GDPR|Lending raw zone|
pipe|SFTP jobs|MR|x|auto-loader|2|l||38 jobs|30|PSD2|Payments raw zone|
pipe|Card files|JA|x|structured-streaming|2|h||9 jobs|9|PCI DSS|Cards raw zone|
pipe|BW extract|MR|x|lakeflow-connect|3|h||15 jobs|0|BCBS 239|Ledger raw zone|
pipe|Control-M chains|JA|x|lakeflow-jobs|2|m||31 jobs|11||Landing zone|
pipe|Change capture|MR|+|lakeflow-connect|2|m||9 pipelines|9|GDPR||Customer raw zone,Lending raw zone
pipe|File arrival|LT|+|auto-loader|2|l||12 pipelines|10|PSD2||Payments raw zone
pipe|Card stream|JA|+|structured-streaming|2|h||4 pipelines|4|PCI DSS||Cards raw zone
pipe|SAP connector|MR|+|lakeflow-connect|2|h||5 pipelines|0|BCBS 239||Ledger raw zone
pipe|Event stream|JA|+|zerobus-ingest|3|m||2 pipelines|0|GDPR||Digital raw zone
raw|Customer raw zone|MR|>|delta-lake|2|m|900|120 tables|120|GDPR|Customer model|Customer model
raw|Lending raw zone|LT|>|delta-lake|2|m|1200|96 tables|80|GDPR|Credit model|Credit model
raw|Payments raw zone|LT|>|delta-lake|2|m|2100|88 tables|85|PSD2,GDPR|Payments model|Payments model
raw|Cards raw zone|JA|>|delta-lake|2|h|8800|70 tables|54|PCI DSS|Payments model|Payments model
raw|Ledger raw zone|MR|>|delta-lake|3|h|700|110 tables|20|BCBS 239|Ledger model|Ledger model
raw|Digital raw zone|JA|+|delta-lake|3|m||18 tables|0|GDPR||Sessions model
raw|Landing zone|MR|x||3|m|9700|46 tables|9|GDPR|EDW staging|
curated|Customer model|PN|~|lakeflow-pipelines|3|h|2600|62 tables|45|GDPR|Customer mart,Risk mart|Customer mart,Risk mart
curated|Credit model|PN|~|lakeflow-pipelines|3|h|1800|48 tables|20|BCBS 239|Risk mart|Risk mart
curated|Payments model|MR|~|lakeflow-pipelines|3|h|9800|84 tables|52|PCI DSS,GDPR|Regulatory mart,Payments mart|Regulatory mart,Payments mart,Fraud signals
curated|Ledger model|PN|~|lakeflow-pipelines|3|h|4900|72 tables|5|BCBS 239|Finance mart|Finance mart
curated|Sessions model|JA|+|lakeflow-pipelines|3|m||20 tables|0|GDPR||Customer mart
curated|EDW staging|MR|x||3|m|5100|64 tables|0||Access marts|
mart|Customer mart|PN|>|views|4|m|900|24 tables|12|GDPR|Power BI, sales|Power BI, sales,Genie spaces
mart|Risk mart|PN|~|views|4|h|800|21 tables|6|BCBS 239|Power BI, risk|Power BI, risk,Feature tables
mart|Finance mart|PN|~|views|4|h|700|18 tables|0|BCBS 239|SSRS portal|Finance dashboards
mart|Regulatory mart|MR|~|views|4|h|900|16 tables|8|BCBS 239|Axiom returns|Axiom returns
mart|Payments mart|MR|~|views|4|m|1500|14 tables|9|PSD2|SSRS portal|Payments dashboards
mart|Fraud signals|ML|+|views|5|h||8 tables|0|GDPR||Feature tables
mart|Access marts||x||4|l|40|17 files|0||Excel reports|
bi|Power BI, risk|PN|=|bi-integrations|4|l||86 reports|30|GDPR||
bi|Power BI, sales|PN|=|bi-integrations|4|l||44 reports|12|GDPR||
bi|SSRS portal|PN|~|dashboards|4|m||140 reports|22|BCBS 239||
bi|Axiom returns|MR|=|sql-warehouse|4|m||12 returns|4|BCBS 239||
bi|Finance dashboards|PN|+|dashboards|4|m||20 dashboards|0|BCBS 239||
bi|Payments dashboards|PN|+|dashboards|4|m||24 dashboards|6|PSD2||
bi|Genie spaces|PN|+|genie|5|m||6 spaces|0|GDPR||
bi|Excel reports||?||||1|310 files||||
ai|SAS scoring|ML|x|model-serving|5|h||9 models|2|GDPR,AI Act||
ai|Feature tables|ML|+|feature-store|5|m||30 features|8|GDPR||Models in Unity Catalog
ai|Models in Unity Catalog|ML|+|model-registry|5|m||9 models|2|AI Act||Scoring endpoints
ai|Scoring endpoints|ML|+|model-serving|5|h||4 endpoints|0|AI Act||
need|Entra ID groups|KO|=|users-groups-and-service-principals|1|l||1140 people|1140|||
need|Private endpoints|KO|+|network-policies|1|h||6 endpoints|6|||
need|Hive permissions|KO|~|unity-catalog|1|h||412 grants|380|GDPR||
need|Mask policies|KO|+|abac-policies|3|m||28 columns|18|PCI DSS,GDPR||
need|Audit log share|KO|~|audit-logging|1|l||3 shares|3|||
need|Ranger rules|KO|x|abac-policies|3|m||64 rules|20|||
person|Risk analysts|PN|=|||l||85 people||||
person|Branch managers|PN|=|||l||240 people||||
person|Data scientists|ML|=|||l||22 people||||
person|Regulatory reporting team|MR|=|||l||14 people||||
person|Programme auditors|KO|=|||l||6 people||||
`
/** What stands in for what. */
const replacements: Readonly<Record<string, readonly string[]>> = {
  "Change capture": ["Informatica, customer", "Informatica, lending"],
  "File arrival": ["SFTP jobs"],
  "Card stream": ["Card files"],
  "SAP connector": ["BW extract"],
  "Finance dashboards": ["SSRS portal"],
  "Models in Unity Catalog": ["SAS scoring"],
  "Mask policies": ["Ranger rules"],
}

/** Today's names of what keeps its place under a new one. */
const todaysNames: Readonly<Record<string, string>> = {
  ...{ "Customer raw zone": "Hadoop, customer", "Lending raw zone": "Hadoop, lending" },
  ...{
    "Payments raw zone": "Hadoop, payments",
    "Cards raw zone": "Hadoop, cards",
    "Ledger raw zone": "Hadoop, ledger",
  },
  ...{ "Customer model": "Teradata, CUST", "Credit model": "Teradata, CRED", "Payments model": "Teradata, PAY" },
  ...{ "Ledger model": "Teradata, GL", "Customer mart": "Teradata, CUST_V", "Risk mart": "Teradata, RISK_V" },
  ...{ "Finance mart": "Teradata, GL_V", "Regulatory mart": "Teradata, REG_V", "Payments mart": "Teradata, PAY_V" },
}

/** The schema where an item lands, and how many of its tables lineage showed as written when it was read last. */
export const landed: Readonly<Record<string, readonly [schema: string, written: number]>> = {
  ...{ "Customer raw zone": ["prod.raw_customer", 118], "Lending raw zone": ["prod.raw_lending", 76] },
  ...{ "Payments raw zone": ["prod.raw_payments", 80], "Cards raw zone": ["prod_regulated.raw_cards", 50] },
  ...{ "Ledger raw zone": ["prod.raw_ledger", 12], "Customer model": ["prod.curated_customer", 40] },
  ...{ "Credit model": ["prod.curated_credit", 14], "Payments model": ["prod_regulated.curated_payments", 34] },
  ...{ "Ledger model": ["prod.curated_ledger", 3], "Customer mart": ["prod.mart_customer", 9] },
  ...{ "Risk mart": ["prod.mart_risk", 4], "Regulatory mart": ["prod.mart_regulatory", 6] },
  ...{ "Payments mart": ["prod.mart_payments", 7] },
}

/** Smaller sources of the old list: named by their department, decided or not. */
const departments = [
  ...[
    "Treasury",
    "Leasing",
    "Insurance",
    "Custody",
    "Cards back office",
    "Collections",
    "Marketing",
    "Human resources",
  ],
  ...["Procurement", "Facilities", "Trade finance"],
]
const small = departments.flatMap((department, at) => [
  `source|${department} database|${at % 2 === 0 ? "LT" : "MR"}|${at < 7 ? ">" : "?"}|${at < 7 ? "lakeflow-connect" : ""}|${at < 7 ? 3 : ""}|l|${40 + at * 12}|1 feed|${at < 3 ? 1 : 0}|GDPR||`,
  `bi|${department} reports|PN|${at < 8 ? "~" : "x"}|${at < 8 ? "dashboards" : ""}|4|l||${6 + at} reports|${at < 4 ? 6 + at : 0}|||`,
  `raw|${department} extracts|LT|${at < 9 ? ">" : "x"}|${at < 9 ? "delta-lake" : ""}|3|l|${20 + at * 6}|${4 + at} tables|${at < 5 ? 4 + at : 0}|||`,
])

const names = (text: string) => text.split(",").filter((each) => each !== "")
const known = new Set<string>()
/** Names hold commas: a feed is the longest run of parts that names an item. */
function itemsIn(text: string): readonly string[] {
  const parts = names(text)
  const found: string[] = []
  for (let at = 0; at < parts.length; ) {
    const two = `${parts[at]},${parts[at + 1] ?? ""}`
    found.push(known.has(two) ? two : (parts[at] ?? ""))
    at += known.has(two) ? 2 : 1
  }
  return found
}

function told(line: string): ToldItem {
  const parts = line.split("|")
  const part = (at: number): string => parts[at] ?? ""
  const [kind, layer] = kinds[part(0)] ?? ["store", null]
  const [amount = "", unit = ""] = part(8).split(" ")
  return {
    ...{
      name: part(1),
      kind,
      layer,
      owner: owners[part(2)] ?? null,
      disposition: dispositions[part(3)] ?? "undecided",
    },
    ...{
      component: part(4) || null,
      phase: part(5) ? Number(part(5)) : null,
      complexity: complexities[part(6)] ?? null,
    },
    ...{ gigabytes: part(7) ? Number(part(7)) : null, count: unit ? ([Number(amount), unit] as const) : null },
    ...{ migrated: part(9) ? Number(part(9)) : null, regulations: names(part(10)) },
    ...{ asIsName: todaysNames[part(1)] ?? null, replaces: replacements[part(1)] ?? [] },
    targets: (landed[part(1)] ?? []).slice(0, 1).map(String),
    ...{ feedsNow: itemsIn(part(11)), feedsThen: itemsIn(part(12)) },
  }
}

const lines = [...systems.trim().split("\n"), ...small]
for (const line of lines) known.add(line.split("|")[1] ?? "")

/** What Northbridge Bank has and shall have: 96 items with their feeds. */
export const landscape: readonly ToldItem[] = lines.map(told)

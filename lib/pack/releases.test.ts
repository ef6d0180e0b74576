import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import { day } from "@/lib/base/kernel/day"
import { schedule } from "@/lib/plan/schedule/forward-pass"
import { lengthInWeeks } from "@/lib/plan/schedule/planned-dates"
import type { Cloud } from "./clouds"
import { findFlaws } from "./integrity"
import { listReleases, loadRelease } from "./server/releases"
import { longestChain, networkOf } from "./test-plan"

const release = loadRelease("2026.1")
const workstreams = release.stages.flatMap((stage) => stage.workstreams)
const activities = workstreams.flatMap((workstream) => workstream.activities)
const components = release.sections.flatMap((section) => section.components)
const gates = release.phases.flatMap((phase) => (phase.gate ? [{ ...phase.gate, phase: phase.key }] : []))
const checks = [
  ...workstreams.flatMap((workstream) => workstream.checks),
  ...release.phases.flatMap((phase) => (phase.gate ?? phase.review)?.checks ?? []),
]
const namesOf = (entries: readonly { name: string }[]) => entries.map(({ name }) => name)

/** The stages and workstreams of the source roadmap, with the words of each bullet that its activities must say. */
const roadmap: Record<string, Record<string, string[]>> = {
  "Strategy & Assessment": {
    "Define Business Objectives": [
      "Identify business problems",
      "KPIs",
      "faster analytics",
      "cost savings",
      "data productization",
    ],
    "Assess Current Landscape": [
      "Inventory data sources",
      "analytics tools",
      "data volumes",
      "pipelines",
      "user personas",
      "security needs",
    ],
    "Gap Analysis": ["as-is", "to-be", "architecture", "gaps in skills", "gaps in infra", "gaps in processes"],
  },
  "Planning & Design": {
    "Solution Architecture": ["Raw", "Curated", "Consumer", "Plan for", "Azure", "AWS", "GCP"],
    "Governance Framework": [
      "Data classification",
      "access controls",
      "Unity Catalog",
      "lineage",
      "audit",
      "compliance",
      "GDPR",
      "HIPAA",
    ],
    "Project Plan & Phasing": [
      "Prioritize use cases",
      "MVP",
      "quick wins",
      "define sprints",
      "Data Engineers",
      "Architects",
      "Analysts",
      "ML Engineers",
    ],
  },
  "Environment Setup": {
    "Cloud Provisioning": ["VPC", "subnets", "storage", "S3", "ADLS", "GCS", "networking", "IAM roles", "permissions"],
    "Databricks Workspace Setup": [
      "Create workspaces",
      "clusters",
      "single-node",
      "multi-node",
      "autoscaling",
      "cluster policies",
    ],
    "Unity Catalog / Data Governance": ["Configure", "metastore", "Unity Catalog"],
    "Secrets Management": ["Databricks secrets", "Key Vault", "AWS Secrets Manager", "credentials"],
  },
  "Data Ingestion & Integration": {
    "Source Connectivity": [
      "connector",
      "SQL Server",
      "Oracle",
      "SAP",
      "databases",
      "APIs",
      "CSV",
      "Parquet",
      "streaming source",
      "Kafka",
      "EventHub",
    ],
    "Ingestion Framework": [
      "Databricks Notebooks",
      "Delta Live Tables",
      "Informatica",
      "Talend",
      "Fivetran",
      "partner tool",
    ],
    "Batch & Streaming Data": ["batch", "scheduled", "streaming", "real-time", "framework"],
  },
  "Data Engineering & Processing": {
    "ETL/ELT Pipeline Development": [
      "Cleanse",
      "transform",
      "enrich",
      "PySpark",
      "Scala",
      "SQL",
      "modular code",
      "logging",
      "error handling",
    ],
    "Delta Lake Implementation": ["Delta Lake", "ACID transactions", "time travel", "schema evolution"],
    "Data Quality & Validation": ["Great Expectations", "built-in validation", "quality"],
  },
  "Data Warehousing & Analytics": {
    "Model Data": ["star schemas", "snowflake schemas"],
    "Data Mart Creation": ["data mart", "Sales", "Finance", "Operations"],
    "BI Tool Integration": ["Power BI", "Tableau", "Looker", "SQL endpoints"],
    "Performance Optimization": ["Z-Ordering", "partitioning", "caching", "Size clusters", "Tune clusters"],
  },
  "Advanced Analytics & AI/ML": {
    "Feature Engineering": ["reusable feature pipelines"],
    "Model Development": ["MLflow", "experiment tracking", "model training", "versioning"],
    "Model Deployment": ["Register models", "batch", "real-time endpoints", "MLflow Models", "Model Serving"],
    MLOps: ["CI/CD for ML", "automate retraining", "automate testing", "automate deployment"],
  },
  Operationalization: {
    "Job Orchestration": ["Schedule jobs", "Databricks Jobs", "Workflows", "Airflow"],
    "Monitoring & Alerting": ["job health", "data quality", "model drift", "Azure Monitor", "AWS CloudWatch"],
    "Cost Management": ["costs per job", "costs per user", "Optimize cluster usage", "chargeback", "showback"],
  },
  "Security & Compliance": {
    "Access Control": ["Unity Catalog", "fine-grained access", "role-based permissions"],
    "Data Encryption": ["In-transit", "at-rest encryption", "private endpoints"],
    "Audit Logging": ["workspace audit logs", "cluster audit logs", "SIEM tool"],
  },
  "User Enablement & Change Management": {
    "Training & Onboarding": [
      "Data Engineers",
      "Analysts",
      "Scientists",
      "Databricks",
      "Spark",
      "notebooks",
      "security",
    ],
    "Documentation & Templates": ["templates", "runbooks", "best practices docs"],
    "Community & Support": ["internal user groups", "champions", "feedback loops", "office hours"],
  },
  "Continuous Improvement": {
    "Feedback Loops": ["Regular reviews", "user feedback", "Iterate on the platform", "Iterate on processes"],
    "Tech Refresh": ["new Databricks features", "releases", "best practices"],
  },
}

/** The sections of the catalogue in the source document and the names of their components there. */
const catalogue: Record<string, string[]> = {
  "Account, Workspace & Governance": [
    "Account",
    "Workspace",
    "Users, Groups, Service Principals",
    "ACLs & RBAC",
    "Personal Access Token (PAT)",
  ],
  "Billing & Usage": ["Databricks Units (DBUs)"],
  "Interfaces & APIs": ["UI", "REST API / SQL REST API", "CLI", "Git Folders (Repos)"],
  "Data Management & Catalog": [
    "Unity Catalog",
    "Catalogs, Schemas (Databases)",
    "Tables (Delta Tables)",
    "Views",
    "Volumes",
    "Metastore (Unity or Hive legacy)",
    "Catalog Explorer",
  ],
  "Compute & Execution": [
    "Clusters",
    "All-purpose",
    "Job clusters",
    "Pools",
    "Databricks Runtime",
    "Standard",
    "ML",
    "Execution Context",
  ],
  "Data Engineering & Pipelines": [
    "Notebooks",
    "Libraries",
    "Delta Lake",
    "Auto Loader",
    "Structured Streaming",
    "Delta Live Tables (Pipelines / Lakeflow Declarative Pipelines)",
    "Jobs & Pipelines UI",
  ],
  "SQL Analytics & BI": ["SQL Warehouse", "Query Editor & History", "Dashboards", "BI Integrations"],
  "AI, ML & Generative AI": [
    "MLflow",
    "Machine Learning Runtime",
    "Feature Store",
    "Experiments & Runs",
    "Model Registry",
    "Model Serving (Mosaic AI Model Serving)",
    "Mosaic AI / DBRX",
    "AI Playground / Chat with LLMs",
  ],
  "Genie & AI-Powered Experiences": ["AI/BI Genie", "Genie Spaces", "Genie Agent / MCP Server"],
  "Integrations & Ecosystem": ["Partner Connect", "Marketplace", "Cloud Storage Connectors"],
  "Security, Auditing & Compliance": ["Encryption", "Audit Logging", "Lineage & Governance"],
  "Orchestration & Operational Management": ["Jobs API & Scheduler", "Monitoring & Alerts", "Cost & Performance"],
}

describe("the release 2026.1", () => {
  test("is listed, sound and read once", () => {
    expect(listReleases()).toContain("2026.1")
    expect(findFlaws(release)).toEqual([])
    expect(loadRelease("2026.1")).toBe(release)
    expect(() => loadRelease("../2026.1")).toThrow("There is no release ../2026.1 of the pack.")
  })

  test("has eleven stages, thirty-five workstreams, six phases, six criteria and five accelerators", () => {
    expect(release.stages).toHaveLength(11)
    expect(workstreams).toHaveLength(35)
    expect(release.phases).toHaveLength(6)
    expect(release.criteria).toHaveLength(6)
    expect(release.accelerators).toHaveLength(5)
  })

  test("names every stage and workstream of the roadmap, in its order", () => {
    expect(namesOf(release.stages)).toEqual(Object.keys(roadmap))
    expect(release.stages.map((stage) => namesOf(stage.workstreams))).toEqual(
      Object.values(roadmap).map((stage) => Object.keys(stage)),
    )
  })

  test.each(Object.values(roadmap).flatMap((stage) => Object.entries(stage)))(
    "says every bullet of %s in its activities",
    (name, words) => {
      const titles = workstreams.find((workstream) => workstream.name === name)?.activities.map(({ title }) => title)
      const said = (titles ?? []).join("\n").toLowerCase()
      expect(words.filter((word) => !said.includes(word.toLowerCase()))).toEqual([])
    },
  )

  test("has the roadmap's phases with their activities and ranges in weeks", () => {
    expect(
      release.phases.map(({ number, name, keyActivities, weeks }) => [number, name, keyActivities.join(", "), weeks]),
    ).toEqual([
      [0, "Assessment", "Current state, business goals, skills", { from: 2, to: 4 }],
      [1, "Foundation", "Cloud, workspace, governance, security", { from: 2, to: 4 }],
      [2, "Data Ingestion", "Raw data onboarding, ingestion pipelines", { from: 4, to: 8 }],
      [3, "Data Processing", "ETL, curation, Delta Lake, data marts", { from: 4, to: 8 }],
      [4, "Analytics/ML", "BI integration, ML use cases, MLOps", { from: 4, to: 12 }],
      [5, "Scale & Improve", "Automation, monitoring, training, new use cases", "ongoing"],
    ])
  })

  test("has the roadmap's success checklist", () => {
    expect(namesOf(release.criteria)).toEqual([
      "Business use cases live on Databricks platform",
      "Data governance and security implemented",
      "Data pipelines automated and monitored",
      "BI/AI workloads operational and scalable",
      "Users trained, adoption growing",
      "Cost and performance optimized",
    ])
  })

  test("has the roadmap's accelerators", () => {
    expect(namesOf(release.accelerators)).toEqual([
      "Use Databricks Solution Accelerators (industry templates, notebooks)",
      "Leverage Unity Catalog for centralized governance",
      "Adopt Delta Live Tables for declarative pipeline development",
      "Automate with Databricks Workflows or Airflow",
      "Regularly review cluster usage and costs",
    ])
  })

  test("has every section of the catalogue with its components, and a section for what came since", () => {
    const seeds = release.sections.map(({ name, components }) => [
      name,
      components.flatMap(({ seedName }) => (seedName ? [seedName] : [])),
    ])
    expect(seeds).toEqual([...Object.entries(catalogue), ["Tech refresh", []]])
  })

  test("has the six planes of the all-together view with their contents, and something on each", () => {
    expect(release.planes.map(({ name, contents }) => [name, contents])).toEqual([
      ["Control Plane", "UI, metadata, scheduling, APIs"],
      ["Compute Plane", "Clusters, pools, runtimes, jobs"],
      ["Storage & Governance", "Delta Lake, Unity Catalog, volumes"],
      ["Engineering & Orchestration", "Notebooks, DLT, Jobs, Pipelines"],
      ["Analytics & BI", "SQL Warehouses, Dashboards, BI tools"],
      ["AI/ML & Generative AI", "MLflow, Feature Store, Model Serving, DBRX, Genie & Mosaic AI"],
    ])
    const used = new Set(components.map(({ plane }) => plane))
    expect(release.planes.filter(({ key }) => !used.has(key))).toEqual([])
  })

  test.each([
    ["Delta Live Tables", "Lakeflow pipelines"],
    ["DLT", "Lakeflow pipelines"],
    ["Databricks Workflows", "Lakeflow Jobs"],
    ["Databricks Repos", "Git folders"],
    ["Databricks Asset Bundles", "Declarative Automation Bundles"],
    ["Mosaic AI Model Serving", "Model Serving"],
    ["Mosaic AI Gateway", "Unity AI Gateway"],
    ["Mosaic AI Vector Search", "AI Search"],
    ["Genie spaces", "Genie Agents"],
    ["Delta Sharing", "OpenSharing"],
    ["Lakehouse Monitoring", "Data quality monitoring"],
    ["Lakeview dashboards", "AI/BI dashboards"],
    ["SQL endpoint", "SQL warehouse"],
    ["Z-Ordering", "Liquid clustering"],
  ])("knows %s as %s", (old, name) => {
    const found = components.filter(
      (component) => component.aliases.includes(old) || component.formerNames.some((former) => former.name === old),
    )
    expect(namesOf(found)).toContain(name)
  })

  test("is no longer sound when anything that is named is missing", () => {
    const without = <Entry>(list: readonly Entry[], entry: Entry) => list.filter((other) => other !== entry)
    const missing = [
      ...release.roles.map((role) => ({ ...release, roles: without(release.roles, role) })),
      ...release.signers.map((signer) => ({ ...release, signers: without(release.signers, signer) })),
      ...release.planes.map((plane) => ({ ...release, planes: without(release.planes, plane) })),
      ...release.phases.map((phase) => ({ ...release, phases: without(release.phases, phase) })),
      ...release.stages.map((stage) => ({ ...release, stages: without(release.stages, stage) })),
      ...release.sections.map((section) => ({ ...release, sections: without(release.sections, section) })),
    ]
    for (const broken of missing)
      expect(findFlaws(broken).some(({ reason }) => reason.startsWith("there is no "))).toBe(true)
  })

  test("uses every component somewhere and counts no check twice for a criterion", () => {
    const inUse = new Set(workstreams.flatMap((workstream) => workstream.components))
    const unused = components.filter(({ key, status }) => status !== "retired" && !inUse.has(key))
    expect(unused.map(({ key }) => key)).toEqual([])
    for (const { checks } of release.criteria) expect(new Set(checks).size).toBe(checks.length)
    expect(checks.length).toBeGreaterThan(100)
  })
})

/** The likely working days of each workstream of phases 0 to 4, in the order of the stages. */
const likelyDays = [5, 8, 5, 6, 7, 4, 7, 4, 4, 3, 18, 15, 12, 25, 10, 15, 10, 15, 12, 15, 15, 20, 10, 15, 4, 4, 3]

describe("the plan of release 2026.1", () => {
  const forecastPhases = release.phases.filter(({ weeks }) => weeks !== "ongoing").map(({ key }) => key)

  test("estimates each workstream at the length of its longest chain of activities", () => {
    const lengths = workstreams.map(({ key, activities }) => [key, longestChain(activities)])
    expect(lengths).toEqual(workstreams.map(({ key, estimate }) => [key, estimate.likely]))
    const planned = workstreams.filter(({ phase }) => forecastPhases.includes(phase))
    expect(planned.map(({ estimate }) => estimate.likely)).toEqual(likelyDays)
  })

  test("leads every workstream of a phase to the phase's gate, with three days of review", () => {
    const reviewed = gates.flatMap(({ key, phase }) =>
      workstreams.filter((workstream) => workstream.phase === phase).map((workstream) => `${workstream.key} ${key}`),
    )
    const linked = release.links
      .filter(({ type, lag }) => type === "FS" && lag === 3)
      .map(({ from, to }) => `${from} ${to}`)
    expect(reviewed.filter((pair) => !linked.includes(pair))).toEqual([])
    expect(reviewed).toHaveLength(likelyDays.length)
  })

  test.each([[["azure"]], [["aws"]], [["gcp"]], [["azure", "aws", "gcp"]]] satisfies Cloud[][][])(
    "keeps the likely length of phases 0 to 4 within their ranges on %s",
    (clouds) => {
      const calendar = compileCalendar({ weekend: [6, 7], holidays: [] })
      if (!calendar.ok) throw new Error(calendar.refusal)
      const start = day("2026-01-05")
      const planned = schedule(networkOf(release, clouds), {
        programmeStart: start,
        statusDate: start,
        calendar: calendar.value,
      })
      if (!planned.ok) throw new Error(planned.refusal.code)
      const lengths = release.phases.flatMap(({ key, number, weeks }) => {
        const dates = planned.value.phases.get(key)
        if (weeks === "ongoing" || !dates) return []
        return [{ number, weeks, length: lengthInWeeks(dates.start, dates.finish, calendar.value) }]
      })
      expect(lengths).toHaveLength(5)
      expect(lengths.filter(({ length, weeks }) => length < weeks.from || length > weeks.to)).toEqual([])
    },
  )

  test("would go round in a circle if any of its links led back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...release.links), ({ from, to }) => {
        const links = [...release.links, { from: to, to: from, type: "FS" as const, lag: 0 }]
        expect(findFlaws({ ...release, links })[0]?.reason).toMatch(/^goes round in a circle/)
      }),
    )
  })

  test("waits where real programmes wait", () => {
    const waiting = [
      "procure-platform",
      "pass-security-review",
      "assess-data-protection-impact",
      "request-platform-firewall-changes",
      "obtain-source-approvals",
      "open-firewalls-to-sources",
    ]
    const found = activities.filter(({ key }) => waiting.includes(key))
    expect(found.filter(({ description }) => /waiting/i.test(description))).toHaveLength(waiting.length)
  })
})

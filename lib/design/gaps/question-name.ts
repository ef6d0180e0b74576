/** Words of keys that are not written in small letters. */
const written: Readonly<Record<string, string>> = {
  ...{ ai: "AI", ml: "ML", bi: "BI", kpi: "KPI", kpis: "KPIs", ci: "CI", cd: "CD", sql: "SQL", slo: "SLO" },
  ...{ slos: "SLOs", rto: "RTO", rpo: "RPO", sso: "SSO", scim: "SCIM", api: "API", cicd: "CI/CD" },
}

/** A question's short name, from its key: `objectives-tied-to-kpis` is "Objectives tied to KPIs". */
export function shortName(key: string): string {
  const name = key
    .split("-")
    .map((word) => written[word] ?? word)
    .join(" ")
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The pack weighs questions around 1; programmes weigh them low, medium, high (1 to 3). */
export const weightOf = (packWeight: number): 1 | 2 | 3 => (packWeight >= 1.5 ? 3 : packWeight < 1 ? 1 : 2)

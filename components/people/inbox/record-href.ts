/** The page on which a record of a type is open, below its programme, up to the record's id. */
const pages: Readonly<Record<string, string>> = {
  "work-item": "roadmap/stages?item=",
  workstream: "roadmap/stages?workstream=",
  check: "assurance?check=",
  environment: "architecture/environments?open=",
  "landscape-item": "architecture/landscape?open=",
  "assessment-question": "architecture/gaps?open=",
  "register-entry": "assurance/risks?open=",
  objective: "value/objectives?open=",
  kpi: "value/kpis?open=",
}

/** Where a record is read; null for types that have no page of their own. */
export function recordHref(programmeId: string, recordType: string, recordId: string): string | null {
  const base = `/programmes/${programmeId}`
  if (recordType === "gate") return `${base}/roadmap/timeline`
  const page = pages[recordType]
  return page ? `${base}/${page}${recordId}` : null
}

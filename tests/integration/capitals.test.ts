import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { Client } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as z from "zod"
import { database } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { addJob } from "@/lib/base/jobs/server/jobs"
import { NIL_ID } from "@/lib/base/kernel/id"
import { verify } from "@/lib/door/audit/server/verify"
import { addressesOf } from "@/lib/records/addresses"
import { servedTypes } from "@/lib/records/server/operations"
import { handleLive } from "@/lib/serve/api/server/live"
import { operations } from "@/lib/serve/api/server/operations"
import { Caller, inCapitals, namesIds } from "../support/capitals"
import { bundleCsv } from "../support/facts"
import { projectFile } from "../support/project-file"
import { ruled, sampleDraft } from "../support/sample-values"
import { ask, makeMember, makeUser, makeWorld, type Someone, type World } from "../support/world"

let world: World
let caller: Caller
let lead: Someone
const folder = mkdtempSync(path.join(tmpdir(), "lakeward-capitals-"))

beforeAll(async () => {
  process.env.LAKEWARD_DATA_DIR = folder
  world = await makeWorld()
  caller = new Caller(world.programmeId)
  lead = world.members.lead
})
afterAll(async () => {
  await world.end()
  rmSync(folder, { recursive: true, force: true })
})
const at = (rest: string) => `/programmes/${world.programmeId}${rest}`
const call = (name: string, input: Record<string, any> = {}, who = lead) => caller.call(who, name, input)
const sessionsOf = (userId: string | null) =>
  database().prisma.session.findMany({ where: { userId: userId ?? "", revokedAt: null } })

async function accounts() {
  const { admin } = world
  const guest = await makeUser("guest")
  const [session] = await sessionsOf(guest.userId)
  const { id: tokenId } = await call("addToken", { name: "script", scope: "read" }, admin)
  await call("revokeToken", { tokenId }, admin)
  await call("changeUser", { userId: guest.userId, version: 1, admin: true }, admin)
  await call("addResetLink", { userId: guest.userId }, admin)
  await call("endSession", { sessionId: session?.id }, guest)
  await call("endSessionsOfUser", { userId: (await makeUser("away")).userId }, admin)
  const { id: invitationId } = await call("inviteUser", { email: "new@example.test", name: "New" }, admin)
  await call("removeInvitation", { invitationId }, admin)
}

async function people() {
  const { id: personId } = await call("addPerson", { name: "Ines Okafor" })
  await call("changePerson", { personId, version: 1, name: "Ines Calder" })
  await call("removePerson", { personId, version: 2 })
  await call("restorePerson", { personId, version: 3 })
  const guest = await makeMember(world.programmeId, "guest", "contributor")
  const member = await database().prisma.member.findFirstOrThrow({ where: { userId: guest.userId ?? "" } })
  await call("changeMemberRole", { memberId: member.id, version: 1, role: "auditor" })
  await call("removeMember", { memberId: member.id, version: 2 })
  const invited = { email: "member@example.test", name: "New", role: "auditor" }
  const { id: invitationId } = await call("inviteMember", invited)
  await call("removeMemberInvitation", { invitationId })
  const { id: responsibilityId } = await call("addResponsibility", {
    ...{ key: "data-owner", personId, fromDay: "2026-01-01" },
  })
  await call("endResponsibility", { responsibilityId, version: 1 })
}

async function work() {
  const [item, next] = await world.items()
  const { workstreamId, id: workItemId } = item ?? { workstreamId: "", id: "" }
  await call("changeProgramme", { version: 1, sponsor: "Mara Lind" })
  const owned = await call("changeWorkItem", { workItemId, version: item?.version, ownerId: lead.personId })
  const bulk = { items: [{ id: workItemId, version: owned.version }], change: { ownerId: lead.personId, percent: 5 } }
  await call("changeWorkItems", bulk)
  const added = await call("addWorkItem", {
    workstreamId,
    title: "By hand",
    afterId: workItemId,
    ownerId: lead.personId,
  })
  const moved = await call("moveWorkItem", { workItemId: added.id, version: 1, workstreamId, afterId: next?.id })
  const { id: commentId } = await call("addComment", { workItemId: added.id, body: "Look at this." })
  await call("changeComment", { commentId, version: 1, body: "Look twice." })
  await call("removeComment", { commentId, version: 2 })
  await call("restoreComment", { commentId })
  const record = { recordType: "work-item", recordId: added.id }
  await call("addRecordComment", { ...record, body: "Look here too." })
  await call("removeWatch", record)
  await call("addWatch", record)
  await call("changeNotifications", { ids: [added.id], read: true })
  await call("removeWorkItem", { workItemId: added.id, version: moved.version ?? 2 })
  await call("restoreWorkItem", { workItemId: added.id })
  await call("changeAdoption", { componentKey: "unity-catalog", version: 0, state: "planned" })
  await call("recordVisit", { seq: 1 })
  return { workstreamId, workItemId: added.id as string, otherId: next?.id ?? "" }
}

async function plan({ workstreamId, workItemId, otherId }: Awaited<ReturnType<typeof work>>) {
  const { workstreams, gates } = await call("getRoadmap")
  const workstream = workstreams.find((each: any) => each.id === workstreamId)
  await call("changeWorkstream", { workstreamId, version: workstream.version, ownerId: lead.personId })
  await call("changeGate", { gateId: gates[0].id, version: gates[0].version, targetDay: "2026-12-01" })
  const ends = { from: { kind: "item", id: otherId }, to: { kind: "item", id: workItemId } }
  const { id: linkId } = await call("addLink", ends)
  await call("changeLink", { linkId, version: 1, lag: 2 })
  await call("removeLink", { linkId, version: 2 })
  const { item } = await call("getWorkItem", { workItemId })
  const change = { items: [{ id: workItemId, version: item.version, startNoEarlierThan: "2026-03-02" }] }
  await call("changePlan", change)
  const { id: baselineId } = await call("addBaseline", { name: "First" })
  await call("changeBaseline", { baselineId, version: 1, name: "Agreed" })
  await call("removeBaseline", { baselineId, version: 2 })
  await call("restoreBaseline", { baselineId })
  const links = { workstreamIds: [workstreamId], gateIds: [gates[0].id] }
  const risk = { kind: "risk", title: "No quota", probability: 0.5, impact: 3, ownerId: lead.personId, ...links }
  const { id: recordId } = await call("addRegisterEntry", { ...risk, ...links })
  await call("materialiseRisk", { recordId, version: 1 })
  const changes = { plan: { items: [{ id: workItemId, version: item.version + 1, percent: 20 }] } }
  const { id: scenarioId } = await call("addScenario", { name: "Earlier", changes })
  await call("changeScenario", { scenarioId, version: 1, changes })
  await call("removeScenario", { scenarioId, version: 2 })
  await call("restoreScenario", { scenarioId })
  const scenario = await database().prisma.scenario.findFirstOrThrow({ where: { id: scenarioId } })
  await call("applyScenario", { scenarioId, version: scenario.version })
  const settings = await call("getForecastSettings")
  await call("changeForecastSettings", { version: settings.version, trials: 1_000 })
  await call("runForecast")
}

async function files(workstreamId: string) {
  const stage = await database().prisma.workstream.findFirstOrThrow({ where: { id: workstreamId } })
  const raw = projectFile({ tasks: [{ uid: 1, name: "Move", days: 5 }] })
  const { sha256, planSeq } = await caller.call(lead, "previewProjectFile", { stageId: stage.stageId }, { raw })
  await caller.call(lead, "importProjectFile", { stageId: stage.stageId, sha256, planSeq: String(planSeq) }, { raw })
  const facts = bundleCsv([{ metric: "runs-succeeded", value: 0.99, n: 500 }])
  await caller.call(lead, "importFactSet", { source: "bundle" }, { raw: facts })
  const where = { programmeId: world.programmeId }
  const newest = () => database().prisma.factSet.findFirstOrThrow({ where, orderBy: { id: "desc" } })
  await call("correctFactSet", { factSetId: (await newest()).id, reason: "The other region.", region: "northeurope" })
  const { id: factSetId } = await newest()
  await call("eraseFactSetFile", { factSetId })
  await call("withdrawFactSet", { factSetId, reason: "It was a rehearsal." })
}

/** What needs a second person, and the next release of the pack. */
async function settings() {
  const asked = await call("requestParameterChange", { name: "planned_users", value: "50" })
  await call("decideParameterChange", { changeId: asked.id, confirmed: true }, world.members.architect)
  const change = { workspace: "4711", excluded: true, reason: "A training sandbox" }
  const excluding = await call("requestScopeChange", change)
  await call("decideScopeChange", { changeId: excluding.id, confirmed: true }, world.members.architect)
  const { current, next } = await call("getPackOffers")
  const taken = await call("applyRelease", { from: current.key, to: next.key, take: "all" })
  await assessment()
  await call("revokeRelease", { adoptionId: taken.id })
}

/** The assessment and the library of KPIs, which a release brings. */
async function assessment() {
  await call("startAssessment")
  const rows = await database().prisma.assessmentQuestion.findMany({
    where: { programmeId: world.programmeId, key: { not: null }, removedAt: null },
    orderBy: { id: "asc" },
  })
  const { id: recordId, version } = rows[0] ?? expect.fail("no question")
  await call("changeAssessmentQuestion", { recordId, version, asIs: 0, toBe: 3 })
  await call("addGapWork", { recordIds: [recordId] })
  await call("withdrawGapWork", { recordIds: [recordId] })
  const checklist = JSON.stringify({
    items: [
      {
        category: "Operations",
        subcategory: "Recovery",
        text: "Clone critical tables",
        severity: "High",
        guid: newId(new Date()),
      },
    ],
  })
  await caller.call(lead, "importAssessmentChecklist", {}, { raw: checklist })
  await call("recordAssessmentSnapshot", { name: "First" })
  const { items } = await call("listAssessmentSnapshots")
  await call("removeAssessmentSnapshot", { snapshotId: items[0].id })
  const { id: subjectId } = await call("addLandscapeItem", { name: "Core banking", kind: "data_source" })
  const made = await call("stampWork", { templateKey: "onboard-data-source", subjectIds: [subjectId] })
  await call("withdrawStampedWork", { workItemIds: made.workItemIds })
  const library = await call("listKpiLibrary")
  await call("addFromKpiLibrary", { keys: [library.items[0].key] })
}

/** A decision that is reviewed and signed, and a use case that is scored. */
async function decisions(sponsor: Someone) {
  const draft = { name: "Mask by policy", options: "### Policies", choice: "Policies", signers: ["sponsor"] }
  const { id: recordId } = await call("addDecision", { ...draft, reviewerIds: [lead.personId] })
  await call("changeDecision", { recordId, version: 1, status: "in_review" })
  await call("reviewDecision", { recordId, agreed: true, note: null })
  const { items } = await call("listDecisionsToSign", {}, sponsor)
  const { decisionId, hash } = items.find((each: any) => each.decisionId === recordId)
  await call("signDecision", { decisionId, responsibility: "sponsor", statementHash: hash }, sponsor)
  await call("startUseCaseCriteria")
  const { items: criteria } = await call("listUseCaseCriteria")
  const { id: useCaseId } = await call("addUseCase", { name: "Fraud signals" })
  await call("scoreUseCase", { recordId: useCaseId, scores: [{ criterionId: criteria[0].id, value: 4 }] })
}

async function connections() {
  const place = { host: "https://adb-1234567890123456.7.azuredatabricks.net", auth: "token", warehouseId: "abc" }
  const { id: connectionId } = await call("addConnection", { name: "Production", ...place, secret: "dapi-x" })
  await call("changeConnection", { connectionId, version: 1, name: "Live" })
  const { id: runId } = await call("startConnectionRun", { connectionId })
  await call("cancelConnectionRun", { runId })
  const slow = await addJob(database().prisma, new Date(), {
    ...{ kind: "test.slow", title: "Slow", input: {}, programmeId: world.programmeId },
  })
  await call("cancelJob", { jobId: slow })
  const { version } = await database().prisma.connection.findFirstOrThrow({ where: { id: connectionId } })
  await call("removeConnection", { connectionId, version })
}

async function assurance(workstreamId: string) {
  const { executive: sponsor, contributor: writer, architect } = world.members
  await call("addResponsibility", { key: "sponsor", personId: sponsor.personId, fromDay: "2026-01-01" })
  await call("addResponsibility", { key: "security", personId: architect.personId, fromDay: "2026-01-01" })
  const { id: checkId } = await call("addCheck", { sentence: "The business agrees.", workstreamId })
  const { items: checks } = await call("listChecks")
  const measured = checks.find((each: any) => each.key === "runs-succeed")
  const rule = { comparison: "at-least", threshold: 0.9, leastN: 10, freshnessDays: 7 }
  await call("changeCheckRule", { checkId: measured.id, version: measured.version, rule })
  await call("confirmCheckRule", { checkId: measured.id, version: measured.version + 1 }, sponsor)
  await call("changeCheckOwner", { checkId, version: 1, ownerId: lead.personId })
  const evidence = await call("addEvidence", { checkId, title: "Minutes", note: "Agreed." }, writer)
  await call("judgeEvidence", { evidenceId: evidence.id, version: 1, accepted: true })
  const query = { checkId, title: "Photo", fileName: "photo.png" }
  const photo = await caller.call(writer, "addEvidenceFile", query, { raw: "x" })
  await call("withdrawEvidence", { evidenceId: photo.id, version: 1 }, writer)
  const { id: criterionId } = await call("addCriterion", {
    ...{ name: "Agreed", signerRoles: ["sponsor", "security"], checkIds: [checkId] },
  })
  const expiresOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const waived = { checkId: measured.id, reason: "It comes next month.", expiresOn }
  const waiver = await call("requestWaiver", waived, lead)
  await call("approveWaiver", { waiverId: waiver.id, version: 1 }, sponsor)
  await call("endWaiver", { waiverId: waiver.id, version: 2 }, lead)
  const subject = { kind: "criterion", subjectId: criterionId }
  const { hash } = await call("getStatement", subject, sponsor)
  await call("sign", { ...subject, responsibility: "sponsor", statementHash: hash }, sponsor)
  await decisions(sponsor)
  const signature = await database().prisma.signature.findFirstOrThrow({ where: { programmeId: world.programmeId } })
  await call("revokeSignature", { signatureId: signature.id, reason: "Not what I meant." }, sponsor)
  const other = await call("addCriterion", { name: "Spare", signerRoles: ["sponsor", "security"], checkIds: [checkId] })
  await call("changeCriterion", { criterionId: other.id, version: 1, checkIds: [checkId] })
  await call("removeCriterion", { criterionId: other.id, version: 2 })
}

/** Every type of record that the kit serves, with whatever it points at. */
async function records({ workstreamId, workItemId }: Awaited<ReturnType<typeof work>>) {
  const { phases, stages, gates, deliveryRoles } = await call("getRoadmap")
  const targets: Record<string, string> = {
    ...{ person: lead.personId ?? "", workstream: workstreamId, gate: gates[0].id, "work-item": workItemId },
    ...{ phase: phases[0].id, stage: stages[0].id, role: deliveryRoles[0].key },
  }
  const [first] = servedTypes
  const { id: ownFieldId } = await call("addOwnField", { recordType: first?.type, label: "Wave", kind: "number" })
  await call("changeOwnField", { ownFieldId, version: 1, label: "Wave of moves" })
  await call("removeOwnField", { ownFieldId, version: 2 })
  await call("restoreOwnField", { ownFieldId })
  for (const type of servedTypes) {
    const { add, change, changeMany, remove, restore, ...sheets } = addressesOf(type)
    const { title } = type
    const draft = sampleDraft(type, 1, (target) => targets[target] ?? "")
    const given = Object.entries(draft).filter(
      ([name, value]) => String(value) !== "" && !ruled[type.type]?.includes(name),
    )
    const { id: recordId } = await call(add.name, Object.fromEntries(given))
    expect([type.type, caller.faults]).toEqual([type.type, []])
    targets[type.type] = recordId
    await call(change.name, { recordId, version: 1, [title]: "Another" })
    await call(changeMany.name, { items: [{ id: recordId, version: 2 }], change: { [title]: "A third" } })
    await call(remove.name, { recordId, version: 3 })
    await call(restore.name, { recordId })
    const raw = `Record ID,${type.fields[title]?.about.label}\n${recordId.toUpperCase()},A fourth`
    const { uploadId, counts } = await caller.call(lead, sheets.preview.name, {}, { raw })
    expect(counts).toMatchObject({ changed: 1, added: 0 })
    await call(sheets.check.name, { uploadId, mapping: {} })
    await call(sheets.import.name, { uploadId })
  }
}

/** What sprints and KPIs do beside what every record does. */
async function sprintsAndKpis({ workItemId }: Awaited<ReturnType<typeof work>>) {
  const item = async () => (await call("getWorkItem", { workItemId })).item
  const days = { startDay: "2026-03-02", finishDay: "2026-03-13" }
  const { id: recordId } = await call("addSprint", { name: "Sprint in capitals", ...days })
  await call("moveInBacklog", { workItemId, version: (await item()).version, afterId: null })
  await call("planSprint", { recordId, put: [{ id: workItemId, version: (await item()).version }], out: [] })
  const version = async () =>
    (await call("listSprints")).items.find(({ id }: { id: string }) => id === recordId).version
  await call("startSprint", { recordId, version: await version() })
  await call("closeSprint", { recordId, version: await version(), goesTo: [{ itemId: workItemId, sprintId: null }] })
  await call("reopenSprint", { recordId, version: await version() })
  const { id: personId } = await call("addPerson", { name: "Rosa Calder" })
  const { workstreamId } = await item()
  // The first release that names skills.
  const follow = (packRelease: string) =>
    database().prisma.programme.update({ where: { id: world.programmeId }, data: { packRelease } })
  await follow("2026.2")
  await call("changeSkills", { cells: [{ personId, skillKey: "sql", from: null, to: 2 }] })
  await follow("2026.1")
  await call("changeRaci", { cells: [{ workstreamId, personId, from: null, to: "C" }] })
  const { items: kpis } = await call("listKPIs")
  const [kpi] = kpis
  const today = new Date().toISOString().slice(0, 10)
  await call("checkIn", { recordId: kpi.id, day: today, value: 5, confidence: 7, sentence: "As planned." })
  const rows = [{ kpi: `K${kpi.number}`, day: "2026-02-27", value: "4" }]
  await call("importKpiValues", { rows, dryRun: false })
}

/** What the steering decides. */
async function steering() {
  const asked = { title: "Buy the licence", options: ["Now", "Later"], deciderId: lead.personId }
  const { id: recordId } = await call("addAsk", asked)
  const then = { title: "Order it", ownerId: lead.personId }
  await call("answerAsk", { recordId, version: 1, option: 1, conditions: "By Friday.", action: then })
  const { id: requestId } = await call("addChangeRequest", { title: "One source less", days: 0, money: "0" })
  await call("decideChangeRequest", { recordId: requestId, version: 1, approved: false, note: "Not now." })
  const { version, ...rules } = await call("getSteeringRules")
  await call("changeSteeringRules", { version, ...rules, scheduleGrace: 3 })
  const prices =
    "sku_name,cloud,usage_unit,currency_code,price_start_time,price\nJOBS,AZURE,DBU,EUR,2026-01-01T00:00:00Z,0.4"
  await caller.call(lead, "importListPrices", {}, { raw: prices })
  const usage =
    "record_id,account_id,usage_date,usage_end_time,sku_name,cloud,usage_unit,usage_quantity\nr1,a1,2026-03-02,2026-03-02T10:00:00Z,JOBS,AZURE,DBU,5"
  await caller.call(lead, "importUsage", {}, { raw: usage })
  await call("freezeSteeringPack", { note: "For the steering of March." })
}

test("every write that names a record is carried out with its ids in capitals, and both chains verify", {
  timeout: 180_000,
}, async () => {
  await accounts()
  await people()
  const made = await work()
  await plan(made)
  await records(made)
  await sprintsAndKpis(made)
  await steering()
  await files(made.workstreamId)
  await connections()
  await assurance(made.workstreamId)
  await settings()
  expect(caller.faults).toEqual([])
  const writes = operations.filter((each) => each.writes && namesIds(each)).map(({ contract }) => contract.name)
  expect(writes.length).toBeGreaterThan(70)
  expect(writes.filter((name) => !caller.done.has(name))).toEqual([])
  for (const chain of [world.programmeId, NIL_ID]) {
    const found = await verify(chain)
    expect(found).toMatchObject({ intact: true, fault: null })
    expect(found.events).toBeGreaterThan(5)
  }
})

test("every id in an input is of the one shape that knows its spelling", () => {
  const foreign = new Set(["clientId", "warehouseId", "accountId"])
  const loose: string[] = []
  const walk = (node: any, at: string) => {
    for (const [key, member] of Object.entries<any>(node?.properties ?? {})) {
      const isPlain = JSON.stringify(member).includes('"type":"string"') && !JSON.stringify(member).includes('"uuid"')
      if (/(^id|Ids?)$/.test(key) && isPlain && !foreign.has(key)) loose.push(`${at}.${key}`)
      walk(member, `${at}.${key}`)
    }
    for (const inner of [node?.items, ...(node?.anyOf ?? []), ...(node?.oneOf ?? []), ...(node?.allOf ?? [])])
      if (inner) walk(inner, at)
  }
  for (const { contract } of operations)
    walk(z.toJSONSchema(contract.input, { io: "input", unrepresentable: "any", reused: "inline" }), contract.name)
  expect(loose).toEqual([])
})

test("a read in capitals has the same answer and the same tag", async () => {
  const [item] = await world.items()
  for (const path of [
    `/programmes/${world.programmeId}/work-items`,
    `/programmes/${world.programmeId}/work-items/${item?.id}`,
    `/programmes/${world.programmeId}/events?actor=${lead.personId}`,
    `/programmes/${world.programmeId}/check-history?checkId=${item?.id}`,
  ]) {
    const [small, large] = [await ask(lead, "GET", path), await ask(lead, "GET", inCapitals(path))]
    expect([large.status, large.text], path).toEqual([small.status, small.text])
    expect(large.headers.get("etag"), path).toBe(small.headers.get("etag"))
  }
})

test("an idempotency key belongs to the request and not to its spelling", async () => {
  const [item] = await world.items()
  const path = `/programmes/${world.programmeId}/work-items`
  const body = { workstreamId: item?.workstreamId, title: "Only once", afterId: null }
  const headers = { "idempotency-key": "spelling-1" }
  const first = await ask(lead, "POST", path, body, { headers })
  const again = await ask(lead, "POST", inCapitals(path), undefined, { raw: inCapitals(JSON.stringify(body)), headers })
  expect([again.status, again.body.id, again.headers.get("idempotent-replayed")]).toEqual([200, first.body.id, "true"])
  const other = await ask(lead, "POST", path, { ...body, title: "Something else" }, { headers })
  expect([other.status, other.body.code]).toEqual([422, "key-reused"])
  const foreign = await ask(lead, "POST", path, body, { headers: { "idempotency-key": "has a space" } })
  expect([foreign.status, foreign.body.code]).toEqual([400, "bad-key"])
})

test("a live stream opened in capitals hears of the programme", async () => {
  const away = new AbortController()
  const url = `http://127.0.0.1:3000/api/v1/live?programme=${world.programmeId.toUpperCase()}`
  const { status, body } = await handleLive(new Request(url, { headers: lead.headers, signal: away.signal }))
  expect(status).toBe(200)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ""
  const until = async (text: string) => {
    while (!heard.includes(text)) heard += (await reader?.read())?.value ?? ""
  }
  await until("data: ")
  await new Promise((resolve) => setTimeout(resolve, 500)) // the server begins to listen when the first stream opens
  const from = Date.now()
  const [item] = await world.items()
  await call("addComment", { workItemId: item?.id, body: "Hear this." })
  const { seq } = await database().prisma.auditChain.findFirstOrThrow({ where: { id: world.programmeId } })
  await until(`"seq":${seq}`)
  expect(Date.now() - from).toBeLessThan(5_000) // sooner than a stream looks by itself
  away.abort()
})

test("signing under one spelling waits for evidence withdrawn under the other", { timeout: 120_000 }, async () => {
  const { executive: sponsor, contributor: writer } = world.members
  for (let round = 0; round < 12; round++) {
    const { body: check } = await ask(lead, "POST", at("/checks"), { sentence: `Round ${round} is agreed.` })
    const evidence = { title: "Minutes", note: "Agreed." }
    const { body: piece } = await ask(writer, "POST", at(`/checks/${check.id}/evidence`), evidence)
    await ask(lead, "POST", at(`/evidence/${piece.id}/judgement`), { version: 1, accepted: true })
    const line = { name: `Round ${round}`, signerRoles: ["sponsor", "security"], checkIds: [check.id] }
    const { body: criterion } = await ask(lead, "POST", at("/criteria"), line)
    const { body: statement } = await ask(sponsor, "GET", at(`/sign-offs/criterion/${criterion.id}/statement`))
    const signing = { responsibility: "sponsor", statementHash: statement.hash }
    const [signed, withdrawn] = await Promise.all([
      ask(sponsor, "POST", inCapitals(at(`/sign-offs/criterion/${criterion.id}/signatures`)), signing),
      ask(writer, "POST", at(`/evidence/${piece.id}/withdrawal`), { version: 2 }),
    ])
    expect(withdrawn.status, withdrawn.text).toBe(200)
    const events = await database().prisma.auditEvent.findMany({
      where: { chainId: world.programmeId, subjectId: { in: [piece.id, check.id, criterion.id] } },
      orderBy: { seq: "asc" },
    })
    const order = events.map(({ type }) => type)
    // Whoever came first: nobody signs what was withdrawn before.
    if (signed.status === 200)
      expect(order.indexOf("evidence.withdrawn")).toBeGreaterThan(order.indexOf("criterion.signed"))
  }
  expect((await verify(world.programmeId)).intact).toBe(true)
})

test("signing in capitals takes the very lock that the programme is held by", async () => {
  const holder = new Client({ connectionString: process.env.DATABASE_URL })
  await holder.connect()
  const { body: check } = await ask(lead, "POST", at("/checks"), { sentence: "The lock holds." })
  const line = { name: "Held", signerRoles: ["sponsor", "security"], checkIds: [check.id] }
  const { body: criterion } = await ask(lead, "POST", at("/criteria"), line)
  await holder.query("SELECT pg_advisory_lock(hashtextextended($1, 4))", [world.programmeId])
  const signing = { responsibility: "sponsor", statementHash: "0".repeat(64) }
  let answered = false
  const asked = ask(
    world.members.executive,
    "POST",
    inCapitals(at(`/sign-offs/criterion/${criterion.id}/signatures`)),
    signing,
  ).finally(() => {
    answered = true
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(answered).toBe(false)
  await holder.end()
  expect((await asked).status).toBeLessThan(500)
  expect(answered).toBe(true)
})

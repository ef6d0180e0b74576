import type { DecisionOption } from "@/lib/design/decisions/options"
import type { When } from "./story-event"
import { ago, inDays } from "./story-event"

type Signer = "sponsor" | "security" | "data-protection" | "finance" | "data-owner" | "operations"
/** A decision as the story tells it; others, gaps, items of the landscape and workspaces by their names or keys. */
export type ToldDecision = {
  readonly name: string
  readonly owner: string
  readonly written: When
  readonly context: string
  readonly options: readonly DecisionOption[]
  /** Which option was taken, from 0; null as long as it is a draft. */
  readonly chosen: number | null
  readonly consequences: string
  readonly signers: readonly Signer[]
  /** How many of them have signed. */
  readonly signed: number
  readonly reviewers: readonly string[]
  readonly agreed: number
  readonly supersedes?: string
  readonly gaps: readonly string[]
  readonly landscape: readonly string[]
  readonly environments: readonly string[]
}

/** `Name (8 days) + for + for - against`. */
function option(text: string): DecisionOption {
  const [head = "", ...rest] = text.split(/ (?=[+-] )/)
  const [, name = head, days] = /^(.*) \((\d+)\)$/.exec(head) ?? []
  const after = (sign: string) => rest.filter((each) => each.startsWith(sign)).map((each) => each.slice(2))
  return { name, days: days ? Number(days) : null, pros: after("+"), cons: after("-"), notes: [] }
}

type Rest = Partial<Omit<ToldDecision, "name" | "owner" | "written" | "context" | "consequences" | "options">>
/** Accepted with two signatures on its first option, unless it says otherwise. */
const told = (
  written: When,
  owner: string,
  name: string,
  [context, consequences]: readonly [string, string],
  options: readonly string[],
  rest: Rest = {},
): ToldDecision => ({
  ...{ name, owner, written, context, consequences, options: options.map(option), chosen: 0 },
  ...{ signers: ["security", "operations"], signed: rest.signers?.length ?? 2, reviewers: [], agreed: 0 },
  ...{ gaps: [], landscape: [], environments: [], ...rest },
})

const sana = "Sana Khan"
const jonas = "Jonas Adler"
const kwame = "Kwame Osei"
const marta = "Marta Ruiz"
const priya = "Priya Nair"

/** What Northbridge Bank decided in its year, oldest first. */
export const decisions: readonly ToldDecision[] = [
  told(
    inDays(40),
    sana,
    "Azure, West Europe with a second region",
    ["The bank's contracts and its network are with one provider.", "Recovery needs a rehearsal before Gate 3."],
    [
      "One provider, two regions (15) + Contracts stand - Recovery is ours to rehearse",
      "Two providers (60) + Nobody is locked in - Everything is built twice",
    ],
    { signers: ["sponsor", "security", "operations"], gaps: ["disaster-recovery"], environments: ["Recovery"] },
  ),
  told(
    inDays(66),
    sana,
    "One account, four workspaces",
    ["Development wrote into production once.", "Every workspace is registered; facts from elsewhere do not count."],
    [
      "Four workspaces (12) + Stages are apart - Four sets of policies",
      "Two workspaces (6) + Less to run - Tests share data with development",
    ],
    { environments: ["Development", "Test", "Production", "Recovery"], gaps: ["environment-separation"] },
  ),
  told(
    inDays(80),
    sana,
    "Catalogs by environment and domain",
    [
      "Names grew by team, and nobody found anything.",
      "A table is named by stage, layer and domain; exceptions expire.",
    ],
    [
      "By environment, then domain (8) + Grants follow stages + Names say where - Many schemas",
      "By domain alone (5) + Short names - Stages mix",
    ],
    { signers: ["data-owner", "operations"], gaps: ["catalogue-as-foundation"] },
  ),
  told(
    inDays(98),
    kwame,
    "Grants go to Entra ID groups only",
    ["380 grants were to single persons.", "A grant to a person is found by the next facts and taken back."],
    [
      "Groups only (10) + Joiners and leavers need nothing - Groups must be right",
      "Persons where needed (2) + Quick - Nobody cleans up",
    ],
    { gaps: ["access-by-group-and-purpose"], landscape: ["Entra ID groups"] },
  ),
  told(
    inDays(112),
    kwame,
    "Our own keys for storage and notebooks",
    ["The supervisor asks who could read the data.", "Keys are turned every year by operations."],
    [
      "Own keys (9) + We can take them away - One more thing to run",
      "The provider's keys (0) + Nothing to do - Hard to explain",
    ],
    { gaps: ["encryption-and-keys"] },
  ),
  told(
    inDays(126),
    jonas,
    "Private Link for every workspace",
    ["Workspaces could be reached from the internet.", "Developers come in through the bank's network only."],
    ["Private Link (14) + Closed by design - Cost by endpoint", "Lists of addresses (4) + Cheap - Lists grow old"],
    { gaps: ["network-and-egress"], landscape: ["Private endpoints"] },
  ),
  told(
    inDays(150),
    sana,
    "Delta tables, shared as Iceberg",
    ["Two departments read with tools that know only Iceberg.", "Writers use Delta; readers choose."],
    [
      "Delta, read as Iceberg (3) + One copy - Some features wait",
      "Two copies (20) + Both worlds whole - They differ by evening",
    ],
    { signers: ["data-owner", "operations"], gaps: ["layered-open-tables"] },
  ),
  told(
    inDays(170),
    marta,
    "Lakeflow Connect before partner tools",
    ["Nine sources need change capture.", "Informatica ends with phase 2."],
    [
      "Lakeflow Connect (25) + No licence + Lineage is whole - SAP comes late",
      "Stay with Informatica (5) + Known - 260,000 EUR a year",
    ],
    {
      signers: ["finance", "operations"],
      gaps: ["standard-onboarding-of-sources"],
      landscape: ["Change capture", "Informatica, customer"],
    },
  ),
  told(
    inDays(184),
    "Leo Tan",
    "Files land with Auto Loader",
    ["38 jobs poll an SFTP server.", "A file that does not arrive is noticed in an hour."],
    [
      "Auto Loader (10) + Schema changes are kept - Notifications to set up",
      "Keep the jobs (0) + Nothing to do - Twelve failed in spring",
    ],
    { gaps: ["arrival-on-time"], landscape: ["File arrival", "SFTP jobs"] },
  ),
  told(
    inDays(204),
    "Helen Brandt",
    "Teradata stays until Gate 3",
    ["The ledger closes on it every month.", "Both run for three more quarters; finance holds the budget."],
    [
      "Both until Gate 3 (0) + The close is safe - Paid twice",
      "Switch in summer (40) + Saves 300,000 EUR - Close at risk",
    ],
    { signers: ["sponsor", "finance", "operations"], landscape: ["Ledger model"] },
  ),
  told(
    inDays(230),
    priya,
    "Great Expectations for quality",
    ["Rules lie in six notebooks.", "Rules run after each load."],
    [
      "Great Expectations (12) + Known to the team - Runs beside the pipeline",
      "Own notebooks (5) + There already - Nobody reads them",
    ],
    { signers: ["data-owner", "operations"], gaps: ["quality-declared-and-acted-upon"] },
  ),
  told(
    inDays(262),
    sana,
    "One payments model for cards and transfers",
    [
      "Cards and transfers are modelled twice, and returns differ by 0.4%.",
      "The regulatory mart reads one model from phase 3.",
    ],
    [
      "One model (35) + Returns agree - Takes until Gate 3",
      "Two models, reconciled (15) + Sooner - Reconciled for ever",
    ],
    { signers: ["data-owner", "finance"], landscape: ["Payments model", "Regulatory mart", "Payments mart"] },
  ),
  told(
    ago(12),
    kwame,
    "Mask sensitive columns by policy",
    [
      "52 columns hold personal or card data; 41 are masked, by hand. On 27 November a new table was open to all account users.",
      "Tables without an owner's tag stay closed. The lending views end with phase 3.",
    ],
    [
      "Policies on governed tags (8) + One rule for all 52 columns, new ones included + Masks follow the tag through every layer - Needs tags that are right: 11 columns lack one",
      "A view for each audience (35) + Works today, no new feature - 140 views to keep; lineage ends at each",
      "A mask written on each table (14) + Nothing to learn - Forgotten on new tables, as on 27 November",
    ],
    {
      signers: ["security", "data-protection"],
      signed: 1,
      reviewers: ["Jonas Adler", "Marta Ruiz", "Priya Nair"],
      agreed: 2,
      gaps: ["sensitive-data-classified-and-protected", "access-by-group-and-purpose"],
      landscape: ["Mask policies", "Ranger rules"],
    },
  ),
  told(
    ago(50),
    priya,
    "Quality rules live in the pipelines",
    [
      "Rules beside the pipeline stop nothing: three bad loads reached the risk mart.",
      "A load that breaks a rule stops before the curated layer.",
    ],
    [
      "Expectations in the pipelines (10) + Bad rows stop - Rules move once",
      "Keep the rules beside (0) + Nothing to do - Bad rows pass",
    ],
    {
      signers: ["data-owner", "operations"],
      supersedes: "Great Expectations for quality",
      gaps: ["quality-declared-and-acted-upon", "declarative-pipelines"],
    },
  ),
  told(
    ago(36),
    jonas,
    "Serverless for SQL and jobs",
    ["Clusters idle for 14% of their time.", "Budgets by cost centre are watched weekly."],
    ["Serverless (6) + Nothing idles - Less to tune", "Pools (8) + Known prices - Still idles at night"],
    { signers: ["finance", "security"], gaps: ["efficient-by-design", "spend-attributed-and-budgeted"] },
  ),
  told(
    ago(14),
    priya,
    "Power BI queries warehouses, no import",
    ["Imports leave copies that no policy covers.", "44 sales reports change their source."],
    [
      "Query the warehouse (12) + Policies hold - Needs a warm warehouse",
      "Import by night (3) + Fast - Copies without masks",
    ],
    {
      signers: ["security", "finance"],
      signed: 1,
      reviewers: ["Jonas Adler"],
      agreed: 1,
      landscape: ["Power BI, risk", "Power BI, sales"],
    },
  ),
  told(
    ago(8),
    "Mei Lindqvist",
    "Features live in Unity Catalog",
    ["Scoring and reports compute the same feature twice.", "A feature has one owner and one definition."],
    [
      "Feature tables in the catalog (9) + Lineage to models - Point-in-time joins to learn",
      "A store of our own (30) + Free choice - One more system",
    ],
    {
      signers: ["data-owner", "operations"],
      signed: 0,
      reviewers: ["Sana Khan"],
      agreed: 0,
      gaps: ["features-shared-and-sound"],
      landscape: ["Feature tables"],
    },
  ),
  told(
    ago(7),
    "Tom Becker",
    "Raw payments are kept for seven years",
    ["Law asks for five, the supervisor once asked for seven.", ""],
    ["Seven years (2) + Covers both - More to protect", "Five years (2) + Less to protect - May be asked again"],
    { chosen: null, signers: [], signed: 0, gaps: ["retention-and-erasure"], landscape: ["Payments raw zone"] },
  ),
]

import { adoptionWords } from "@/lib/adoption/event-words"
import { assuranceWords } from "@/lib/assurance/event-words"
import { catalogueWords } from "@/lib/design/catalogue/event-words"
import { decisionWords } from "@/lib/design/decisions/event-words"
import { environment } from "@/lib/design/environments/environment"
import { gapsWords } from "@/lib/design/gaps/event-words"
import { landscapeItem } from "@/lib/design/landscape/landscape-item"
import { templateWords } from "@/lib/design/templates/event-words"
import { useCaseWords } from "@/lib/design/use-cases/event-words"
import type { WordTable } from "@/lib/door/audit/wording"
import { jobWords } from "@/lib/door/jobs/event-words"
import { accountsWords } from "@/lib/people/accounts/event-words"
import { exchangeWords } from "@/lib/plan/exchange/event-words"
import { forecastWords } from "@/lib/plan/forecast/event-words"
import { risksWords } from "@/lib/plan/risks/event-words"
import { roadmapWords } from "@/lib/plan/roadmap/event-words"
import { connectionWords } from "@/lib/platform/connection/event-words"
import { factsWords } from "@/lib/platform/facts/event-words"
import { commentWords } from "@/lib/records/comments/event-words"
import { ownFieldWords } from "@/lib/records/own-field-words"
import { wordsOf } from "@/lib/records/wording"
import { steeringWords } from "@/lib/steering/event-words"
import { teamWords } from "@/lib/team/event-words"
import { valueWords } from "@/lib/value/event-words"
import { workWords } from "@/lib/work/event-words"

/** How every event of the product is told. */
export const eventWords: WordTable = {
  ...jobWords,
  ...accountsWords,
  ...roadmapWords,
  ...exchangeWords,
  ...catalogueWords,
  ...wordsOf(environment),
  ...gapsWords,
  ...wordsOf(landscapeItem),
  ...decisionWords,
  ...useCaseWords,
  ...templateWords,
  ...ownFieldWords,
  ...commentWords,
  ...risksWords,
  ...workWords,
  ...teamWords,
  ...forecastWords,
  ...factsWords,
  ...connectionWords,
  ...valueWords,
  ...assuranceWords,
  ...adoptionWords,
  ...steeringWords,
}

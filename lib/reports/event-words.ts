import { accountsWords } from "@/lib/accounts/event-words"
import { assuranceWords } from "@/lib/assurance/event-words"
import type { WordTable } from "@/lib/audit/wording"
import { catalogueWords } from "@/lib/catalogue/event-words"
import { connectionWords } from "@/lib/connection/event-words"
import { exchangeWords } from "@/lib/exchange/event-words"
import { factsWords } from "@/lib/facts/event-words"
import { forecastWords } from "@/lib/forecast/event-words"
import { risksWords } from "@/lib/risks/event-words"
import { roadmapWords } from "@/lib/roadmap/event-words"

/** How every event of the product is told. */
export const eventWords: WordTable = {
  ...accountsWords,
  ...roadmapWords,
  ...exchangeWords,
  ...catalogueWords,
  ...risksWords,
  ...forecastWords,
  ...factsWords,
  ...connectionWords,
  ...assuranceWords,
}

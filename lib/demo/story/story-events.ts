import { assessment } from "./chapters/assessment"
import { components } from "./chapters/components"
import { decisionsChapter } from "./chapters/decisions"
import { facts } from "./chapters/facts"
import { foundation } from "./chapters/foundation"
import { gaps } from "./chapters/gaps"
import { gates } from "./chapters/gates"
import { ingestion } from "./chapters/ingestion"
import { landscapeChapter } from "./chapters/landscape"
import { operations } from "./chapters/operations"
import { outlook } from "./chapters/outlook"
import { passing } from "./chapters/passing"
import { people } from "./chapters/people"
import { processing } from "./chapters/processing"
import { proof } from "./chapters/proof"
import { register } from "./chapters/register"
import { steering } from "./chapters/steering"
import { value } from "./chapters/value"
import type { StoryEvent } from "./story-event"

/** Everything in the story besides the daily work. A new chapter is added here; the order of the list does not matter. */
export const storyEvents: readonly StoryEvent[] = [
  ...assessment,
  ...foundation,
  ...ingestion,
  ...processing,
  ...operations,
  ...components,
  ...gaps,
  ...landscapeChapter,
  ...decisionsChapter,
  ...gates,
  ...register,
  ...facts,
  ...passing,
  ...proof,
  ...outlook,
  ...value,
  ...people,
  ...steering,
]

import { answer, type Operation } from "@/lib/door/server/serve"
import { getQuality } from "../contract"
import { getProgress } from "../progress-contract"
import { findProgress } from "./progress"
import { findQuality } from "./queries"

export const qualityOperations: readonly Operation[] = [
  answer(getQuality, findQuality),
  answer(getProgress, findProgress),
]

import { answer, type Operation } from "@/lib/door/server/serve"
import { getQuality } from "../contract"
import { findQuality } from "./queries"

export const qualityOperations: readonly Operation[] = [answer(getQuality, findQuality)]

import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { getOverview, getPortfolio, recordVisit } from "../contract"
import {
  freezeSteeringPack,
  getSteeringDraft,
  getSteeringPack,
  getSteeringPackFile,
  listSteeringPacks,
  verifySteeringPack,
} from "../pack-contract"
import * as commands from "./commands"
import { findDraft, findPack, findPackFile, freezePack, listPacks, verifyPack } from "./packs"
import { findPortfolio } from "./portfolio"
import { findOverview } from "./queries"

export const reportsOperations: readonly Operation[] = [
  answer(getOverview, findOverview),
  serve(recordVisit, commands.recordVisit),
  answer(getPortfolio, findPortfolio),
  answer(listSteeringPacks, listPacks),
  answer(getSteeringDraft, (actor) => findDraft(actor)),
  answer(getSteeringPack, findPack),
  answer(getSteeringPackFile, findPackFile),
  answer(verifySteeringPack, verifyPack),
  serve(freezeSteeringPack, freezePack),
]

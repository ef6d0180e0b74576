import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { getOverview, getPortfolio, recordVisit } from "../contract"
import * as packs from "../pack-contract"
import * as commands from "./commands"
import { findDraft, findPack, findPackFile, freezeSteeringPack, listPacks, verifyPack } from "./packs"
import { findPortfolio } from "./portfolio"
import { findOverview } from "./queries"

export const reportsOperations: readonly Operation[] = [
  answer(getOverview, findOverview),
  serve(recordVisit, commands.recordVisit),
  answer(getPortfolio, findPortfolio),
  answer(packs.listSteeringPacks, listPacks),
  answer(packs.getSteeringDraft, (actor) => findDraft(actor)),
  answer(packs.getSteeringPack, findPack),
  answer(packs.getSteeringPackFile, findPackFile),
  answer(packs.verifySteeringPack, verifyPack),
  serve(packs.freezeSteeringPack, freezeSteeringPack),
]

import * as z from "zod"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { Framework, Remedy } from "./framework"
import { findFlaws } from "./integrity"
import { Kpi, Objective } from "./kpi"
import { MeasureFile } from "./measures"
import { Dimension } from "./question"
import {
  Accelerator,
  Criterion,
  Link,
  Phase,
  Plane,
  type Release,
  ReleaseHead,
  Role,
  Section,
  Skill,
  Stage,
} from "./release"
import { Template } from "./template"
import { type PackFault, type Path, parseYaml, type YamlFile } from "./yaml-file"

export type { PackFault } from "./yaml-file"

/** One file for each of these lists; stages, components, measures and questions have a folder each, read in the order of the file names. */
const single = {
  "release.yaml": ReleaseHead,
  "phases.yaml": z.strictObject({ phases: z.array(Phase) }),
  "links.yaml": z.strictObject({ links: z.array(Link) }),
  "criteria.yaml": z.strictObject({ criteria: z.array(Criterion) }),
  "accelerators.yaml": z.strictObject({ accelerators: z.array(Accelerator) }),
  "planes.yaml": z.strictObject({ planes: z.array(Plane) }),
  "roles.yaml": z.strictObject({ roles: z.array(Role), signers: z.array(Role), skills: z.array(Skill).default([]) }),
}
/** Lists that a release may do without. */
const optional = {
  "frameworks.yaml": z.strictObject({ frameworks: z.array(Framework) }),
  "remedies.yaml": z.strictObject({ remedies: z.array(Remedy) }),
  "objectives.yaml": z.strictObject({ objectives: z.array(Objective) }),
  "kpis.yaml": z.strictObject({ kpis: z.array(Kpi) }),
  "templates.yaml": z.strictObject({ templates: z.array(Template) }),
}

const listed = /^(stages|components|measures|questions)\/[^/]+\.yaml$/

/**
 * Makes a release of its files (paths relative to the release's folder, with forward slashes, to text). Refuses with
 * every fault found: first those of shape, then, when all shapes hold, those of meaning.
 */
export function parseRelease(files: ReadonlyMap<string, string>): Result<Release, PackFault[]> {
  const faults: PackFault[] = strangers(files)
  const read = <Shape extends z.ZodType>(file: string, shape: Shape): YamlFile<z.output<Shape>> | undefined => {
    const text = files.get(file)
    if (text === undefined) {
      faults.push({ file, line: 1, column: 1, reason: "the file is missing" })
      return
    }
    const parsed = parseYaml(file, text, shape)
    if (parsed.ok) return parsed.value
    faults.push(...parsed.refusal)
  }
  const readFolder = <Shape extends z.ZodType>(folder: string, shape: Shape) =>
    [...files.keys()]
      .filter((file) => file.startsWith(`${folder}/`) && listed.test(file))
      .sort()
      .map((file) => read(file, shape))
      .filter((file) => file !== undefined)

  const head = read("release.yaml", single["release.yaml"])
  const phases = read("phases.yaml", single["phases.yaml"])
  const links = read("links.yaml", single["links.yaml"])
  const criteria = read("criteria.yaml", single["criteria.yaml"])
  const accelerators = read("accelerators.yaml", single["accelerators.yaml"])
  const planes = read("planes.yaml", single["planes.yaml"])
  const roles = read("roles.yaml", single["roles.yaml"])
  const readIfThere = <Shape extends z.ZodType>(file: string, shape: Shape) =>
    files.has(file) ? read(file, shape) : undefined
  const frameworks = readIfThere("frameworks.yaml", optional["frameworks.yaml"])
  const remedies = readIfThere("remedies.yaml", optional["remedies.yaml"])
  const objectives = readIfThere("objectives.yaml", optional["objectives.yaml"])
  const kpis = readIfThere("kpis.yaml", optional["kpis.yaml"])
  const templates = readIfThere("templates.yaml", optional["templates.yaml"])
  const stages = readFolder("stages", Stage)
  const sections = readFolder("components", Section)
  const measures = readFolder("measures", MeasureFile)
  const dimensions = readFolder("questions", Dimension)
  if (!head || !phases || !links || !criteria || !accelerators || !planes || !roles || faults.length > 0)
    return refuse(faults)

  const release: Release = {
    ...head.value,
    ...phases.value,
    ...links.value,
    ...criteria.value,
    ...accelerators.value,
    ...planes.value,
    ...roles.value,
    stages: stages.map((stage) => stage.value),
    sections: sections.map((section) => section.value),
    measures: measures.map((file) => file.value),
    dimensions: dimensions.map((file) => file.value),
    frameworks: frameworks?.value.frameworks ?? [],
    remedies: remedies?.value.remedies ?? [],
    objectives: objectives?.value.objectives ?? [],
    kpis: kpis?.value.kpis ?? [],
    templates: templates?.value.templates ?? [],
  }
  const homes = {
    ...{ phases, links, criteria, accelerators, planes, roles, signers: roles, skills: roles },
    ...{ frameworks, remedies, objectives, kpis, templates },
  }
  const folders = { stages, sections, measures, dimensions }
  const place = ([list, ...rest]: Path, reason: string): PackFault => {
    if (list === "stages" || list === "sections" || list === "measures" || list === "dimensions") {
      const [index, ...inner] = rest
      const file = folders[list][Number(index)]
      return (file ?? head).faultAt(inner, reason)
    }
    const [, home] = Object.entries(homes).find(([name]) => name === list) ?? [list, head]
    return (home ?? head).faultAt([list ?? "", ...rest], reason)
  }
  const flaws = findFlaws(release).map(({ path, reason }) => place(path, reason))
  return flaws.length > 0 ? refuse(flaws) : ok(release)
}

function strangers(files: ReadonlyMap<string, string>): PackFault[] {
  return [...files.keys()]
    .filter((file) => !(file in single) && !(file in optional) && !listed.test(file))
    .map((file) => ({ file, line: 1, column: 1, reason: "a release has no such file" }))
}

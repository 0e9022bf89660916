import { forkStudio } from './fork-studio.ts'
import type { StartStudio } from './studio-child.ts'
import { utilityStudio } from './utility-studio.ts'

/** SQLite's binding needs Node-API 10: an older Electron would crash, so the studio runs in another Node. */
export function studioKind(): StartStudio {
  const { PAROLO_NODE: node } = process.env
  if (node !== undefined) return forkStudio(node)
  return Number(process.versions['napi']) < 10 ? forkStudio(process.execPath) : utilityStudio()
}

import { app } from 'electron'
import { forkStudio } from './fork-studio.ts'
import { otherNode } from './other-node.ts'
import type { StartStudio } from './studio-child.ts'
import { utilityStudio } from './utility-studio.ts'

/** How the studio's process is started: in Electron's own Node unless that is too old or another is named. */
export function studioKind(): StartStudio {
  const node = otherNode({
    isPackaged: app.isPackaged,
    resourcesPath: process.resourcesPath,
    execPath: process.execPath,
    platform: process.platform,
    nodeApi: process.versions['napi'] ?? '0',
    environment: process.env,
  })
  return node === null ? utilityStudio() : forkStudio(node)
}

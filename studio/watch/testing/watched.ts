import { mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { vi } from 'vitest'
import type { WatchOptions } from '#contracts/calls/watch'
import { tone } from '../../../cli/testing/short-sounds.ts'
import { fakeEngine } from '../../engine-link/testing/fake-answers.ts'
import { openedService, temporaryFolder } from '../../testing/opened-service.ts'
import type { WatchNotice } from '../watch-notice.ts'

export const quickPace = { everyMs: 10, quietMs: 30, refuseAfterMs: 60, knownEveryMs: 50 }
export const WAIT = { timeout: 20_000, interval: 20 }

export const options: WatchOptions = {
  language: 'en',
  speakers: null,
  formats: ['srt'],
  withSubfolders: false,
  isOn: true,
}

/** Two seconds of sound; different for each number. */
export const sound = (number = 0): Buffer => tone(32_000, 200 + 10 * number)

/** A service without models that watches at a fast pace, and its notices. */
export async function watching(dataFolder?: string) {
  const notices: WatchNotice[] = []
  const opened = await openedService(dataFolder, fakeEngine, {
    watchPace: quickPace,
    onWatchNotice: (notice) => notices.push(notice),
  })
  const window = opened.page()
  const reported = <Kind extends WatchNotice['kind']>(kind: Kind, file?: string) =>
    vi.waitFor(() => {
      const found = notices.find(
        (notice) =>
          notice.kind === kind && (file === undefined || ('file' in notice && notice.file === file)),
      )
      if (found === undefined)
        throw new Error(`not told of ${kind} ${file ?? ''}: ${JSON.stringify(notices)}`)
      return found as Extract<WatchNotice, { readonly kind: Kind }>
    }, WAIT)
  const add = async (folder: string, given: Partial<WatchOptions> = {}, takesExisting = false) =>
    (await window.call('watch.add', { path: folder, options: { ...options, ...given }, takesExisting }))
      .folderId
  return { ...opened, library: opened.service.studio.library, window, notices, reported, add }
}

export async function folderToWatch(): Promise<string> {
  const folder = path.join(await realpath(await temporaryFolder()), 'incoming')
  await mkdir(folder)
  return folder
}

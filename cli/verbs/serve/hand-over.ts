import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openBrowser } from './open-browser.ts'

/** A browser that has not opened the page by then was closed or never started. */
const KEPT_FOR_MS = 2 * 60_000

export interface HandOver {
  /** False if the system has no command that opens a browser. */
  readonly isOpened: boolean
  /** Deletes the file, unless already done. */
  end(): Promise<void>
}

/**
 * Opens the page in the user's browser. Every user of this computer can read command lines, so the browser
 * receives the name of a file that only this user can read and that leads to a one-time address. The file is
 * deleted after use.
 */
export async function handOver(addressForOnce: (onUsed: () => void) => string): Promise<HandOver> {
  const folder = await mkdtemp(path.join(folderForBrowser(), 'parolo-open-'))
  let ending: Promise<void> | undefined
  const end = (): Promise<void> => {
    clearTimeout(timer)
    return (ending ??= rm(folder, { recursive: true, force: true }))
  }
  const timer = setTimeout(() => void end(), KEPT_FOR_MS)
  timer.unref()
  const file = path.join(folder, 'parolo.html')
  const address = addressForOnce(() => void end())
  await writeFile(file, pageThatLeadsTo(address), { mode: 0o600 })
  return { isOpened: await openBrowser(pathToFileURL(file).href), end }
}

/** A browser installed as a snap can read neither the system's temporary folder nor hidden ones. */
function folderForBrowser(): string {
  return process.platform === 'linux' && existsSync('/snap/bin') ? os.homedir() : os.tmpdir()
}

function pageThatLeadsTo(address: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${address}">
<title>Parolo</title>
<p><a href="${address}">Parolo</a></p>
`
}

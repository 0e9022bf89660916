import { readFile, writeFile } from 'node:fs/promises'
import { app, BrowserWindow } from 'electron'
import type { OpeningView } from '#contracts/opening-view'
import type { WindowTest } from '#contracts/window-test'
import { PAGE_ADDRESS } from '../security/page-origin.ts'
import { pagePreferences } from './page-preferences.ts'

const VIEW: OpeningView = { text: 'Parolo', fraction: null }
/** Runs in the page. */
const LOOK = `({
  reachesSystem: [typeof require, typeof process, typeof module].some((type) => type !== 'undefined'),
  hasBridge: typeof parolo === 'object',
})`

/** Opens a page unseen and writes to the file, as JSON, whether it is isolated. For `parolo self-test`. */
export async function testWindow(file: string): Promise<void> {
  const window = new BrowserWindow({ show: false, webPreferences: pagePreferences() })
  await window.loadURL(`${PAGE_ADDRESS}opening.html#${encodeURIComponent(JSON.stringify(VIEW))}`)
  const found = (await window.webContents.executeJavaScript(LOOK)) as Pick<
    WindowTest,
    'reachesSystem' | 'hasBridge'
  >
  const isConfined = await confinement(window.webContents.getOSProcessId())
  const test: WindowTest = { electron: process.versions.electron, ...found, isConfined }
  await writeFile(file, JSON.stringify(test))
}

async function confinement(pid: number): Promise<boolean | null> {
  if (process.platform !== 'linux')
    return app.getAppMetrics().find((metric) => metric.pid === pid)?.sandboxed ?? null
  // 2: its system calls are filtered.
  return /^Seccomp:\s*2$/mu.test(await readFile(`/proc/${pid}/status`, 'utf8'))
}

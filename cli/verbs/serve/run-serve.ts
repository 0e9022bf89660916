import type { Recovery } from '#studio/recording/recover-recordings'
import { openService } from '#studio/service'
import { startWebHost } from '#web/host'
import { openAtKeptPort, openIfFree, PORT_SETTING } from '#web/kept-port'
import { readPageFiles } from '#web/page-files'
import { newToken } from '#web/token'
import { reportDeletedSound } from '../../library/deleted-sounds.ts'
import { reportOpening } from '../../library/open-and-report.ts'
import { reportRecovery } from '../../library/recovered.ts'
import { badOption, type Invocation, isOn, text } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { type HandOver, handOver } from './hand-over.ts'
import { pageFolder } from './page-folder.ts'
import { WatchReport } from '../watch/watch-report.ts'

/** A token chosen by a person must be at least as long as 128 random bits. */
const PINNED_TOKEN = /^[\w-]{22,200}$/u

export interface ServePlan {
  /** Null: the library's own port. */
  readonly port: number | null
  readonly open: boolean
}

export function planServe(invocation: Invocation): ServePlan {
  const given = text(invocation, 'port')
  const port = given === undefined ? null : Number(given)
  const isPort = given === undefined || (/^\d{1,5}$/u.test(given) && Number(given) <= 65_535)
  const extra = invocation.words[0]
  if (!isPort) throw badOption(invocation, 'port', given)
  if (extra !== undefined) throw badOption(invocation, 'port', extra)
  return { port, open: isOn(invocation, 'open') }
}

/** Serves until asked to stop. Prints only the URL to stdout. */
export async function runServe(
  dataFolder: string,
  terminal: Terminal,
  plan: ServePlan,
  signal: AbortSignal,
): Promise<number> {
  const page = await readPageFiles(pageFolder())
  if (page === null) {
    terminal.note('no-page', {}, terminal.words('serve.no-page'))
    return 1
  }
  const token = process.env['PAROLO_TOKEN'] ?? newToken()
  if (!PINNED_TOKEN.test(token)) {
    terminal.note('bad-token', {}, terminal.words('serve.bad-token'))
    return 1
  }
  const onError = (error: unknown) => terminal.error(error)
  const onRecovered = (recovery: Recovery) => reportRecovery(terminal, recovery)
  const report = new WatchReport(terminal)
  const service = await openService(dataFolder, {
    onError,
    onWatchNotice: (notice) => report.notice(notice),
    onRecovered,
    onOpening: reportOpening(terminal),
    onSoundDeleted: (sound) => reportDeletedSound(terminal, sound),
  })
  let handed: HandOver | undefined
  try {
    const { library } = service.studio
    const open = (port: number) => startWebHost({ service, page, token, onError, port })
    const host =
      plan.port === null
        ? await openAtKeptPort(open, {
            get: () => library.setting(PORT_SETTING),
            set: (port) => library.setSetting(PORT_SETTING, port),
          })
        : await openIfFree(open, plan.port)
    if (host === null) {
      const port = plan.port ?? 0
      terminal.note('port-taken', { port }, terminal.words('serve.port-taken', { port }))
      return 1
    }
    terminal.result(`${host.address}\n`)
    // For a user at the terminal; a program that reads the URL shows its own text.
    if (process.stdout.isTTY) terminal.note('serving', { port: host.port }, terminal.words('serve.stays'))
    if (plan.open) handed = await handOver((onUsed) => host.addressForOnce(onUsed))
    if (handed?.isOpened === false) {
      terminal.note('no-browser', {}, terminal.words('serve.no-browser'))
    }
    await aborted(signal)
    await host.close()
    return 0
  } finally {
    await handed?.end()
    await service.close()
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

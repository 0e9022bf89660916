import type { MessagePortMain, ParentPort } from 'electron'
import { describeFault } from '#contracts/describe-fault'
import { defaultDataFolder } from '#studio/data-folder'
import { presentFolder } from '#studio/library/moved-library'
import { Drives } from '#studio/drives/drives'
import { useDrives } from '#studio/drives/files'
import type { Connection } from '#studio/api/connection'
import { isOnBattery } from '#studio/power/battery'
import { recordBlocked } from '#studio/network/record-blocked'
import { openService, type StudioService } from '#studio/service'
import { programLanguage } from '#core/messages/messages'
import { SoundChannels } from './sound-channels.ts'
import { decodeSound } from './sound-in-json.ts'
import { LIBRARY_VARIABLE } from './studio-child.ts'
import { RemoteChildren } from './remote-children.ts'
import { textForLog } from '../log/text-for-log.ts'
import type { ChildCommand, FromStudio, StudioQuestions, ToStudio } from './studio-messages.ts'
import { WindowProxy } from './window-proxy.ts'

/** The studio's own process beside the window: the library, the jobs, the pages' calls. */
const parent = (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort

const send = (message: FromStudio | ChildCommand) => {
  if (parent) parent.postMessage(message)
  else process.send?.(message)
}
/** Sent to the main process for the log. */
const logError = (error: unknown) => {
  process.stderr.write(`${textForLog(error)}\n`)
}
/** Messages that arrive before the library is open. */
const queued: ToStudio[] = []
let receive = (message: ToStudio): void => {
  queued.push(message)
}
const proxy = new WindowProxy(send)
/** Null until the main process has reported it. */
let onBattery: boolean | null = null
/** In a utility process, which cannot start processes itself. */
const children = parent ? new RemoteChildren(send) : null
if (children !== null) useDrives(new Drives({ start: children.starter('drive') }))
if (parent) parent.on('message', ({ data, ports }) => receiveWithPorts(data as ToStudio, ports))
else {
  process.on('message', (message) => receive(decodeSound(message as ToStudio)))
  // The main process is gone: running jobs are released.
  process.on('disconnect', () => receive({ kind: 'quit' }))
}
process.on('uncaughtException', (error) => {
  logError(error)
  process.exit(1)
})
// Ctrl-C reaches the whole process group; the main process decides when to quit.
process.on('SIGINT', () => undefined)

function receiveWithPorts(message: ToStudio, ports: readonly MessagePortMain[]): void {
  switch (message.kind) {
    case 'child-started':
    case 'child-stderr':
    case 'child-ended':
      children?.receive(message, ports)
      return
    default:
      receive(message)
  }
}

void open()

async function open(): Promise<void> {
  try {
    const service = await openService(presentFolder(process.env[LIBRARY_VARIABLE] ?? defaultDataFolder()), {
      onError: logError,
      findProxy: proxy.find,
      isOnBattery: async () => onBattery ?? isOnBattery(),
      onDeleted: (names) => send({ kind: 'deleted', names }),
      onOpening: (step) => send({ kind: 'opening', step }),
      ...(children && { startEngine: children.starter('engine') }),
    })
    receive = receiver(service)
    send({ kind: 'ready' })
    for (const message of queued.splice(0)) receive(message)
  } catch (error) {
    const language = programLanguage(process.env['LANG'] ?? Intl.DateTimeFormat().resolvedOptions().locale)
    send({ kind: 'not-ready', error: describeFault(error, language) })
    receive = ({ kind }) => {
      if (kind === 'quit') process.exit(1)
    }
  }
}

function receiver(service: StudioService): (message: ToStudio) => void {
  const pages = new Map<number, Connection>()
  const sounds = new SoundChannels(service, (channel, message) => send({ kind: 'sound', channel, message }))
  const closePage = (window: number) => {
    pages.get(window)?.close()
    pages.delete(window)
  }
  return (message) => {
    switch (message.kind) {
      case 'page': {
        const { window } = message
        const known = pages.get(window)
        const page =
          known ??
          service.connect({ local: true, send: (toPage) => send({ kind: 'page', window, message: toPage }) })
        if (known === undefined) pages.set(window, page)
        if (!page.receive(message.message)) closePage(window)
        return
      }
      case 'page-closed':
        closePage(message.window)
        return
      case 'sound':
        sounds.receive(message.channel, message.message)
        return
      case 'sound-closed':
        sounds.close(message.channel)
        return
      case 'ask':
        void answer(service, message.number, message.question, message.value)
        return
      case 'proxy':
        proxy.receive(message)
        return
      case 'power':
        ;({ onBattery } = message)
        return
      case 'blocked':
        recordBlocked(service.studio.library, message.address).catch(logError)
        return
      case 'quit':
        for (const window of pages.keys()) closePage(window)
        void service.close().then(
          () => process.exit(0),
          (error: unknown) => {
            logError(error)
            process.exit(1)
          },
        )
    }
  }
}

type Answers = {
  readonly [Question in keyof StudioQuestions]: (
    value: StudioQuestions[Question]['value'],
  ) => Promise<StudioQuestions[Question]['answer']>
}

async function answer(
  service: StudioService,
  number: number,
  question: keyof StudioQuestions,
  value: unknown,
): Promise<void> {
  const answers: Answers = {
    media: ({ recordingId, kind }) => service.mediaFile(recordingId, kind),
    film: ({ request, path }) => service.startFilm(request, path),
    'running-jobs': () => service.runningJobs(),
    'running-recordings': () => Promise.resolve(service.runningRecordings()),
  }
  try {
    const done = await (answers[question] as (value: unknown) => Promise<unknown>)(value)
    send({ kind: 'answer', number, answer: done })
  } catch (error) {
    send({ kind: 'unanswered', number, error: describeFault(error, languageOf(value)) })
  }
}

/** Only errors of questions with a language are shown to a person. */
function languageOf(value: unknown): 'en' | 'fr' {
  const { language } = (value ?? {}) as { readonly language?: unknown }
  return language === 'fr' ? 'fr' : 'en'
}

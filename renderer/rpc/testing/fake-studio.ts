import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { EventKind, StudioEvent } from '#contracts/events'
import { defaultPreferences } from '#contracts/default-preferences'
import type { PageHost } from '../host.ts'
import type { ConnectionState, StudioClient } from '../studio-client.ts'

export type Answers = {
  [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>
}

export interface FakeStudio extends StudioClient {
  /** Every call made, in order. */
  readonly asked: { readonly name: CallName; readonly input: unknown }[]
  emit(kind: EventKind, touched?: StudioEvent['touched']): void
  connect(state: ConnectionState): void
  /** Makes every call fail with this error, until null. */
  refuse(error: Error | null): void
}

/** A studio that answers from a table; a call missing from the table fails the test. */
export function fakeStudio(answers: Answers): FakeStudio {
  const events = new Set<(event: StudioEvent) => void>()
  const connections = new Set<(state: ConnectionState) => void>()
  const all: Answers = {
    'recordings.list': () => [],
    'recordings.counts': () => ({ all: 0, toCheck: 0, checked: 0, tags: [] }),
    'jobs.list': () => [],
    'models.list': () => [],
    'models.unreadable': () => [],
    'models.machine': () => ({ memoryBytes: 8e9, cores: 4, freeBytes: 50e9 }),
    'program.preferences': () => defaultPreferences,
    'program.energy': () => ({ months: [], models: [] }),
    'watch.list': () => [],
    'transcripts.markOffer': () => null,
    'moments.list': () => [],
    'voices.list': () => [],
    'voices.offers': () => ({ offers: [] }),
    'moments.chapters': () => [],
    'opinions.list': () => [],
    'transcripts.list': () => [],
    'exports.languages': () => [],
    'exports.haveCuts': () => [],
    'cut.stretches': () => [],
    'moments.meeting': () => ({ typed: { date: '', place: '' }, knownDate: '' }),
    'libraries.list': () => ({ own: { name: 'library', folder: '/library' }, listed: [], usual: null }),
    'recorder.running': () => [],
    'recorder.recovered': () => [],
    'recorder.liveText': () => null,
    'podcasts.source': () => null,
    ...answers,
  }
  let connection: ConnectionState = 'connected'
  let seq = 0
  let refusal: Error | null = null
  const asked: FakeStudio['asked'] = []
  return {
    asked,
    call(name, input, { signal }: { readonly signal?: AbortSignal } = {}) {
      asked.push({ name, input })
      if (refusal) return Promise.reject(refusal)
      const answer = all[name]
      if (!answer) return Promise.reject(new Error(`the test has no answer to ${name}`))
      // Cloned, because nothing is shared across a connection.
      const answered = Promise.resolve().then(async () => structuredClone(await answer(input)))
      if (signal === undefined) return answered
      const canceled = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
      })
      return Promise.race([answered, canceled])
    },
    onEvent(listener) {
      events.add(listener)
      return () => events.delete(listener)
    },
    get connection() {
      return connection
    },
    onConnection(listener) {
      connections.add(listener)
      return () => connections.delete(listener)
    },
    emit(kind, touched = {}) {
      seq += 1
      for (const listener of events) listener({ seq, kind, touched })
    },
    connect(state) {
      connection = state
      for (const listener of connections) listener(state)
    },
    refuse(error) {
      refusal = error
    },
  }
}

export function fakeHost(parts: Partial<PageHost> = {}): PageHost {
  return {
    kind: 'browser',
    connectSound: () => ({ send: () => {}, sendBytes: () => {}, bufferedBytes: 0, close: () => {} }),
    allowDisplayCapture: () => Promise.resolve(),
    setRecording: () => Promise.resolve(),
    showRecorder: () => Promise.resolve(),
    openSmallWindow: () => Promise.resolve(),
    mediaUrl: () => Promise.resolve('about:blank'),
    importFile: () => Promise.reject(new Error('the test imports nothing')),
    alignText: () => Promise.reject(new Error('the test aligns nothing')),
    pickFiles: () => Promise.resolve([]),
    saveFile: ({ fileName }) => Promise.resolve(fileName),
    saveFiles: () => Promise.resolve(true),
    saveFilm: () => Promise.reject(new Error('the test makes no film')),
    downloadFilm: () => Promise.resolve(),
    pickFolder: () => Promise.resolve(null),
    openLibrary: () => Promise.reject(new Error('the test opens no library')),
    saveInto: () => Promise.resolve([]),
    comeForward: () => Promise.resolve(),
    showInFolder: () => Promise.resolve(false),
    ...parts,
  }
}

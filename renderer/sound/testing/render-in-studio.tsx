import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { ProgramLanguage } from '#core/messages/messages'
import type { PageHost } from '../../rpc/host.ts'
import { createQueryClient } from '../../rpc/query-client.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import { StudioProvider } from '../../rpc/studio-context.tsx'
import { defaultPreferences } from '#contracts/default-preferences'
import { Toasts } from '../../ui/toast.tsx'
import { Words } from '../../ui/words.tsx'
import { createPlayer, type SoundPlayer } from '../player/create-player.ts'
import { FakeMedia } from './fake-media.ts'

type Answers = {
  [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>
}

export interface StudioHost {
  readonly saved: { readonly fileName: string; readonly mediaType: string; readonly text: string }[]
  /** Files saved together, by the name of the archive or folder. */
  readonly savedTogether: { readonly name: string; readonly fileNames: readonly string[] }[]
  /** Names of the downloaded videos. */
  readonly downloaded: string[]
  readonly calls: { readonly name: CallName; readonly input: unknown }[]
  readonly queries: QueryClient
  readonly unmount: () => void
}

/** Renders inside a page whose studio answers from `answers`. */
export function renderInStudio(
  ui: ReactNode,
  answers: Answers = {},
  language: ProgramLanguage = 'en',
  hostChanges: Partial<PageHost> = {},
): StudioHost {
  const saved: StudioHost['saved'] = []
  const savedTogether: StudioHost['savedTogether'] = []
  const calls: StudioHost['calls'] = []
  const downloaded: string[] = []
  const all: Answers = {
    'program.preferences': () => defaultPreferences,
    'moments.list': () => [],
    'voices.list': () => [],
    'voices.offers': () => ({ offers: [] }),
    'moments.chapters': () => [],
    'cut.stretches': () => [],
    'corrections.list': () => [],
    'exports.haveCuts': () => [],
    'program.setPreferences': async (patch) =>
      ({ ...(await all['program.preferences']?.({})), ...patch }) as CallOutput<'program.setPreferences'>,
    ...answers,
  }
  const client: StudioClient = {
    connection: 'connected',
    onEvent: () => () => undefined,
    onConnection: () => () => undefined,
    call: async (name, input) => {
      calls.push({ name, input })
      const answer = all[name] as ((given: unknown) => never) | undefined
      if (answer === undefined) throw new Error(`nobody answers ${name}`)
      return answer(input)
    },
  }
  const host: PageHost = {
    kind: 'browser',
    connectSound: () => {
      throw new Error('the test records nothing')
    },
    allowDisplayCapture: () => Promise.resolve(),
    setRecording: () => Promise.resolve(),
    showRecorder: () => Promise.resolve(),
    openSmallWindow: () => Promise.resolve(),
    mediaUrl: (recordingId, kind) => Promise.resolve(`/media/${recordingId}/${kind}`),
    importFile: () => Promise.reject(new Error('no import here')),
    alignText: () => Promise.reject(new Error('no texts here')),
    pickFiles: () => Promise.resolve([]),
    saveFile: ({ fileName, mediaType, bytes }) => {
      saved.push({ fileName, mediaType, text: new TextDecoder().decode(bytes) })
      return Promise.resolve(fileName)
    },
    saveFiles: ({ name, files }) => {
      savedTogether.push({ name, fileNames: files.map(({ fileName }) => fileName) })
      for (const { fileName, mediaType, bytes } of files)
        saved.push({ fileName, mediaType, text: new TextDecoder().decode(bytes) })
      return Promise.resolve(true)
    },
    saveFilm: async (request) => ({
      ...(await client.call('exports.film', request)),
      fileName: request.fileName,
    }),
    downloadFilm: (_jobId, fileName) => {
      downloaded.push(fileName)
      return Promise.resolve()
    },
    pickFolder: () => Promise.resolve(null),
    openLibrary: () => Promise.reject(new Error('a browser opens no library')),
    saveInto: () => Promise.resolve([]),
    comeForward: () => Promise.resolve(),
    showInFolder: () => Promise.resolve(false),
    ...hostChanges,
  }
  const queries = createQueryClient()
  const { unmount } = render(
    <QueryClientProvider client={queries}>
      <StudioProvider client={client} host={host}>
        <Words language={language}>
          {ui}
          <Toasts />
        </Words>
      </StudioProvider>
    </QueryClientProvider>,
  )
  return { saved, savedTogether, downloaded, calls, queries, unmount }
}

/** A player over a media element without sound, one minute long. */
export function silentPlayer(): { player: SoundPlayer; media: FakeMedia } {
  const media = new FakeMedia()
  const player = createPlayer({
    soundUrl: '/media/r/sound',
    durationMs: 60_000,
    playback: { rate: 1, volume: 1, rewindOnResumeMs: 0 },
    element: media as unknown as HTMLMediaElement,
  })
  media.ready(60)
  return { player, media }
}

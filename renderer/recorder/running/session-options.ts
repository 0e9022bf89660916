import type { WireError } from '#contracts/errors'
import type { ProgramLanguage } from '#core/messages/messages'
import type { SteadyClock } from '#core/recording/steady-clock'
import type { ConnectSound } from '../../rpc/sound-connection.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import type { OwnClock } from './own-clock.ts'
import type { BlockStorage, PauseNote, StartOptions } from '../sending/kept-block.ts'

/** A recording that the studio makes of the page's sound. */
export interface BegunPart {
  readonly runningId: string
  readonly title: string
  /** The zero of its clock. */
  readonly startedAtMs: number
  /** 1 for the first; later ones take what the studio had closed the one before without. */
  readonly number: number
}

export interface SessionPart extends BegunPart {
  /** Sound of this page that it begins with. */
  readonly keptMs: number
  /** With the pauses that it has so far. */
  readonly clock: OwnClock
}

export type SessionEnd =
  | { readonly how: 'asked' | 'disk-full' | 'elsewhere' }
  /** What is kept stays in the browser: `keptMs` of sound. */
  | { readonly how: 'kept'; readonly keptMs: number }
  /** It never began. */
  | { readonly how: 'failed'; readonly error: unknown }
  /** All that an earlier page had kept was given; the recording goes on. */
  | { readonly how: 'delivered' }

export interface SessionOptions {
  readonly studio: StudioClient
  readonly language: () => ProgramLanguage
  readonly clock: SteadyClock
  readonly connect: ConnectSound
  readonly storage: BlockStorage | null
  readonly options: StartOptions
  /** The zero of its clock. */
  readonly startedAtMs: number
  /** A recording that the studio has already. */
  readonly runningId: string | null
  readonly library: string | null
  /** The input of each source; none where only what is kept is given. */
  readonly inputs: readonly number[]
  /** The number that the next block of each source has. */
  readonly nextSequences: readonly number[]
  /** Distinguishes this page's count of frames from that of a page before it. */
  readonly run: number
  /** Of an earlier page whose sound is given. */
  readonly pauses?: readonly PauseNote[] | undefined
  readonly onTaken: (source: number, atMs: number, peak: number) => void
  readonly onPart: (part: SessionPart) => void
  readonly onConnected: (isConnected: boolean) => void
  readonly onSafe: (safeMs: number) => void
  readonly onDiskLow: (minutes: number) => void
  /** Nothing can be written for now; null: it can again. */
  readonly onFailing: (error: WireError | null) => void
  /** The studio cannot make a recording now; it is asked again, and all sound is kept meanwhile. */
  readonly onError: (error: unknown) => void
}

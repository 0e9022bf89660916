import type { WireError } from '#contracts/errors'
import type { ProgramLanguage } from '#core/messages/messages'
import type { MissingSound } from '#core/recording/missing-sound'
import type { SteadyClock } from '#core/recording/steady-clock'
import type { ConnectSound } from '../../rpc/sound-connection.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import type { OwnClock } from './own-clock.ts'
import type { BlockStorage, PauseNote, StartOptions } from '../sending/kept-block.ts'

/** A recording that the studio makes from the page's sound. */
export interface BegunPart {
  readonly runningId: string
  readonly title: string
  /** The origin of its clock. */
  readonly startedAtMs: number
  /** 1 for the first; later ones take what was missing when the studio closed the previous one. */
  readonly number: number
}

export interface SessionPart extends BegunPart {
  /** Sound of this page at its beginning. */
  readonly keptMs: number
  /** Including the pauses so far. */
  readonly clock: OwnClock
}

export type SessionEnd =
  | { readonly how: 'asked' | 'disk-full' | 'elsewhere' }
  /** Kept sound stays in the browser: `keptMs` of it. */
  | { readonly how: 'kept'; readonly keptMs: number }
  /** It never began. */
  | { readonly how: 'failed'; readonly error: unknown }
  /** Everything that an earlier page had kept was sent; the recording continues. */
  | { readonly how: 'delivered' }

export interface SessionOptions {
  readonly studio: StudioClient
  readonly language: () => ProgramLanguage
  readonly clock: SteadyClock
  readonly connect: ConnectSound
  readonly storage: BlockStorage | null
  readonly options: StartOptions
  /** The origin of its clock. */
  readonly startedAtMs: number
  /** A recording that the studio already has. */
  readonly runningId: string | null
  readonly library: string | null
  /** The input of each source; none if only kept sound is sent. */
  readonly inputs: readonly number[]
  /** The number of the next block of each source. */
  readonly nextSequences: readonly number[]
  /** Distinguishes this page's frame count from that of an earlier page. */
  readonly run: number
  /** Pauses of an earlier page whose sound is sent. */
  readonly pauses?: readonly PauseNote[] | undefined
  readonly onTaken: (source: number, atMs: number, peak: number) => void
  readonly onPart: (part: SessionPart) => void
  readonly onConnected: (isConnected: boolean) => void
  readonly onSafe: (safeMs: number) => void
  readonly onDiskLow: (minutes: number) => void
  readonly onMissing: (missing: MissingSound) => void
  /** Nothing can be written for now; null: writing works again. */
  readonly onFailing: (error: WireError | null) => void
  /** The studio cannot make a recording now; the request is repeated, and all sound is kept meanwhile. */
  readonly onError: (error: unknown) => void
}

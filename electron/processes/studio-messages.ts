import type { MediaRequest } from '#contracts/export-requests'
import type { WireError } from '#contracts/errors'
import type { SoundToPage } from '#contracts/sound-wire'
import type { FromPage, MediaKind, ToPage } from '#contracts/wire'
import type { StartedFilm } from '#studio/job-kinds/start-film'
import type { OpeningStep } from '#studio/library/opening-step'
import type { MediaFile } from '#studio/originals/media-file'

/** Questions of the main process to the studio's process. */
export interface StudioQuestions {
  /** The file of a recording's sound, original or peaks; null if there is none. */
  readonly media: {
    readonly value: { readonly recordingId: string; readonly kind: MediaKind }
    readonly answer: MediaFile | null
  }
  /** Starts a job that makes a film with captions at a path that the person chose in the system's dialog. */
  readonly film: {
    readonly value: {
      readonly request: MediaRequest
      readonly path: string
      /** Of its errors. */
      readonly language: 'en' | 'fr'
    }
    readonly answer: StartedFilm
  }
  readonly 'running-jobs': { readonly value: null; readonly answer: number }
  /** Recordings being made by this program's windows and not stopped yet. */
  readonly 'running-recordings': { readonly value: null; readonly answer: number }
}

export type ToStudio =
  | { readonly kind: 'page'; readonly window: number; readonly message: FromPage }
  | { readonly kind: 'page-closed'; readonly window: number }
  /** Of a page's sound channel: bytes of a block, or JSON. */
  | { readonly kind: 'sound'; readonly channel: number; readonly message: unknown }
  | { readonly kind: 'sound-closed'; readonly channel: number }
  | {
      readonly kind: 'ask'
      readonly number: number
      readonly question: keyof StudioQuestions
      readonly value: unknown
    }
  /** The system's proxy for an address, as `session.resolveProxy` gives it; empty if it could not be found. */
  | { readonly kind: 'proxy'; readonly number: number; readonly answer: string }
  /** As reported by the system, at the start and on every change. */
  | { readonly kind: 'power'; readonly onBattery: boolean }
  /** The address of a blocked request of a page. */
  | { readonly kind: 'blocked'; readonly address: string }
  | { readonly kind: 'quit' }
  | ChildEvent

/** State of a child process that the main process was asked to start. `child-started` includes the port to it. */
export type ChildEvent =
  | { readonly kind: 'child-started'; readonly number: number; readonly pid: number | undefined }
  | { readonly kind: 'child-stderr'; readonly number: number; readonly text: string }
  | { readonly kind: 'child-ended'; readonly number: number; readonly how: string }

/** What a child process of the studio runs. */
export type ChildKind = 'engine' | 'drive'

/** Requests of a studio that cannot start processes itself. */
export type ChildCommand =
  | { readonly kind: 'start-child'; readonly number: number; readonly runs: ChildKind }
  | { readonly kind: 'kill-child'; readonly number: number }

export type FromStudio =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-ready'; readonly error: WireError }
  /** Sent before `ready`: progress of preparing a large library. */
  | { readonly kind: 'opening'; readonly step: OpeningStep }
  | { readonly kind: 'page'; readonly window: number; readonly message: ToPage }
  | { readonly kind: 'sound'; readonly channel: number; readonly message: SoundToPage }
  /** Title and paths of a deleted recording, to be removed from the log. */
  | { readonly kind: 'deleted'; readonly names: readonly string[] }
  | { readonly kind: 'resolve-proxy'; readonly number: number; readonly url: string }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'unanswered'; readonly number: number; readonly error: WireError }

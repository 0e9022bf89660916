import type { LibraryEvent } from '../library-event.ts'
import type { LibraryCalls } from '../library.ts'
import type { SalvageReport } from '../database/salvage.ts'
import type { OpenProcess } from '../lock/open-processes.ts'
import type { OpeningStep } from '../opening-step.ts'
import type { WireFault } from './wire-fault.ts'

export type LibraryCallName = keyof LibraryCalls

export interface WorkerData {
  readonly folder: string
  /** This process among those that have the library open; renewed in the worker, which nothing blocks. */
  readonly self?: OpenProcess
  /** Only for searching: nothing is migrated, repaired or written. */
  readonly isOnlyRead?: boolean
}

export type ToWorker =
  | {
      readonly kind: 'call'
      readonly number: number
      readonly name: LibraryCallName
      readonly values: readonly unknown[]
    }
  | { readonly kind: 'watch'; readonly watch: number; readonly since: number | undefined }
  | { readonly kind: 'unwatch'; readonly watch: number }
  | { readonly kind: 'close' }

export type FromWorker =
  /** The first message, unless opening failed. */
  | {
      readonly kind: 'opened'
      readonly report: SalvageReport | null
      readonly names: readonly LibraryCallName[]
    }
  /** Sent before `opened`, for a large library: the preparation's progress. */
  | { readonly kind: 'opening'; readonly step: OpeningStep }
  | { readonly kind: 'refused'; readonly fault: WireFault }
  | { readonly kind: 'result'; readonly number: number; readonly result: unknown }
  | { readonly kind: 'fault'; readonly number: number; readonly fault: WireFault }
  | { readonly kind: 'events'; readonly watch: number; readonly events: readonly LibraryEvent[] }

import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { DirectPage } from '../api/testing/direct-page.ts'
import type { StartEngine } from '../engine-link/engine-child.ts'
import { openService, type ServiceOptions, type StudioService } from '../service.ts'

export interface OpenedService {
  readonly service: StudioService
  readonly folder: string
  /** Errors reported by the service as bugs. */
  readonly troubles: unknown[]
  readonly page: (options?: { readonly local?: boolean; readonly language?: 'en' | 'fr' }) => DirectPage
  readonly close: () => Promise<void>
}

/** A folder for one test, deleted after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo service '))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/**
 * A service whose answers are validated; fails the test if the service reports an error that the test did not
 * expect.
 */
export async function openedService(
  folder?: string,
  startEngine?: StartEngine,
  more: Pick<
    ServiceOptions,
    | 'idleAfterMs'
    | 'isOnBattery'
    | 'powerEveryMs'
    | 'watchPace'
    | 'onWatchNotice'
    | 'waitForPageMs'
    | 'lookAgainMs'
    | 'onDeleted'
  > = {},
): Promise<OpenedService> {
  const own = folder ?? path.join(await temporaryFolder(), 'the library')
  const troubles: unknown[] = []
  const service = await openService(own, {
    checkOutput: true,
    onError: (error) => troubles.push(error),
    ...more,
    ...(startEngine === undefined ? {} : { startEngine }),
  })
  let closing: Promise<void> | undefined
  const close = () => (closing ??= service.close())
  onTestFinished(close)
  return {
    service,
    folder: own,
    troubles,
    page: ({ local = true, ...options } = {}) =>
      new DirectPage((send) => service.connect({ local, send }), options),
    close,
  }
}

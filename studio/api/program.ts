import type { GroupApi } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import { bytesBelow } from '../files/files-below.ts'
import { coresForWork } from '../recognition/cores.ts'
import type { FindProxy } from '../network/proxy.ts'
import { askNewestVersion } from '../program/newest-version.ts'
import { readPreferences, writePreferences } from '../preferences.ts'
import { ffmpegVersion, findFfmpeg } from '../sound/ffmpeg.ts'
import { freeBytes } from '../files/free-space.ts'
import { libraryEnergy } from '../sheet/library-energy.ts'
import { newestVersionAddress, type Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function programApi(studio: Studio, findProxy?: FindProxy): GroupApi<'program', CallOptions> {
  const { library } = studio
  return {
    async info() {
      return {
        version: studio.version,
        platform: process.platform,
        dataFolder: studio.dataFolder,
        freeBytes: await freeBytes(studio.dataFolder),
        cacheBytes: await bytesBelow(studio.cacheFolder),
        cores: coresForWork(),
        ffmpeg: await ffmpegHere(),
        salvagedRows: library.openingReport?.salvagedRows ?? null,
        newestVersionHost: await newestVersionHost(),
      }
    },
    newestVersion: async () => askNewestVersion(studio, await newestVersionAddress(), findProxy),
    energy: async () => libraryEnergy(await library.allRunCosts()),
    preferences: () => readPreferences(library),
    setPreferences: (patch) => writePreferences(library, patch),
  }
}

async function newestVersionHost(): Promise<string | null> {
  const address = await newestVersionAddress()
  return address === '' ? null : new URL(address).host
}

async function ffmpegHere(): Promise<string | null> {
  try {
    return await ffmpegVersion(await findFfmpeg())
  } catch (error) {
    if (error instanceof Fault && error.code === 'ffmpeg.missing') return null
    throw error
  }
}

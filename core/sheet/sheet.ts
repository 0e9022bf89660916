import { catalogOpenness } from '../models/catalog/openness.ts'
import type { Openness } from '../models/openness-points.ts'
import type { TranscriptDocument } from '../transcript/document.ts'
import type { ModelRole } from '../transcript/transcript.ts'
import { type WordShares, wordShares } from './changed-words.ts'
import type { Energy } from './energy.ts'
import type { UsedModel, WholeCost } from './run-cost.ts'
import { isOpenSourceAi, type Origin, originOf } from './trained-on.ts'

export const SHEET_VERSION = 1

/** How a transcript was made, and at what cost. In JSON it is the member `sheet` of a `.parolo.json`. */
export interface Sheet {
  readonly version: number
  readonly title: string
  readonly durationMs: number
  /** `votes`: how many samples of the recording had this language; null if it was chosen or not recorded. */
  readonly language: {
    readonly code: string
    readonly isChosen: boolean
    readonly votes: { readonly won: number; readonly all: number } | null
  }
  readonly models: readonly SheetModel[]
  /** Null if nothing was recorded: made by an earlier version, or imported. */
  readonly run: SheetRun | null
  readonly words: WordShares
  /** Versions of programs by name; only the transcript's own if the run was not recorded. */
  readonly versions: Readonly<Record<string, string>>
}

export interface SheetModel {
  readonly role: ModelRole
  readonly id: string
  readonly name: string | null
  /** SHA-256 of all its files together, as in `run.models` of the transcript. */
  readonly sha256: string
  /** Null if its files are unknown. */
  readonly files: UsedModel['files'] | null
  /** The archive that its files came from, if one was recorded; `isKnown`: by the catalog of Parolo. */
  readonly archive?: { readonly sha256: string; readonly isKnown: boolean }
  readonly licence: string | null
  /** Null for a model that a person added. */
  readonly origin: Origin | null
  readonly openness: Openness | null
  /** Whether it meets the definition of open source AI; null if not assessed. */
  readonly isOpenSourceAi: boolean | null
}

export interface SheetRun {
  /** When the last run ended, in ms since 1970 in UTC. */
  readonly endedAtMs: number
  readonly runs: number
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakBytes: number
  readonly memoryBytes: number
  readonly energy: Energy
  readonly connections: number
  readonly sentBytes: number
  readonly receivedBytes: number
  readonly unmeasured: readonly string[]
  /** Null if not reported. */
  readonly passages: number | null
  readonly secondPasses: number | null
  readonly failedPassages: number | null
  readonly reusedTexts: number | null
  /** Of the transcribed part; null if several tracks were transcribed, or it was not reported. */
  readonly withoutSpeechMs: number | null
  readonly isQuick: boolean
}

/** What the library knows about a transcript besides its document. */
export interface SheetFacts {
  readonly cost: WholeCost | null
  /**
   * Currently installed models, for runs that did not record their files; with the hash of all files
   * together.
   */
  readonly models: readonly (UsedModel & { readonly sha256: string })[]
  /** By model id. */
  readonly openness: ReadonlyMap<string, Openness>
}

export function sheetOf({ recording, transcript }: TranscriptDocument, facts: SheetFacts): Sheet {
  const { run, language } = transcript
  const { cost } = facts
  const isChosen = run.settings.language !== undefined && run.settings.language !== 'auto'
  return {
    version: SHEET_VERSION,
    title: recording.title,
    durationMs: recording.durationMs,
    language: { code: language, isChosen, votes: isChosen ? null : (cost?.details.languageVotes ?? null) },
    models: run.models.map(({ role, id, sha256 }) => sheetModel(role, id, sha256, facts)),
    run: cost === null ? null : sheetRun(cost, run.settings),
    words: wordShares(transcript),
    versions: { ...(run.program === '' ? {} : { [run.program]: run.version }), ...cost?.details.versions },
  }
}

function sheetModel(role: ModelRole, id: string, sha256: string, facts: SheetFacts): SheetModel {
  const { cost, models, openness } = facts
  const used =
    cost?.details.models?.find((model) => model.role === role && model.id === id) ??
    // Identifies the same files by their joint hash, whatever the model's current name.
    models.find((model) => model.sha256 === sha256)
  const points = used?.isKnown === true ? (openness.get(id) ?? catalogOpenness(id)?.points ?? null) : null
  return {
    role,
    id,
    name: used?.name ?? null,
    sha256,
    files: used?.files ?? null,
    ...(used?.archiveSha256 !== undefined && {
      archive: { sha256: used.archiveSha256, isKnown: used.isKnown },
    }),
    licence: used?.licence ?? null,
    origin: used?.isKnown === true ? originOf(id) : null,
    openness: points,
    isOpenSourceAi: isOpenSourceAi(points),
  }
}

function sheetRun(cost: WholeCost, settings: Readonly<Record<string, unknown>>): SheetRun {
  const { details } = cost
  const isOneTrack = settings.tracks === undefined
  const { soundMs, speechMs } = details
  const withoutSpeechMs =
    isOneTrack && soundMs !== undefined && speechMs !== undefined ? Math.max(0, soundMs - speechMs) : null
  return {
    endedAtMs: cost.endedAtMs,
    runs: cost.runs,
    wallMs: Math.round(cost.wallMs),
    cpuMs: Math.round(cost.cpuMs),
    peakBytes: cost.peakBytes,
    memoryBytes: cost.memoryBytes,
    energy: cost.energy,
    connections: cost.connections,
    sentBytes: cost.sentBytes,
    receivedBytes: cost.receivedBytes,
    unmeasured: cost.unmeasured,
    passages: details.passages ?? null,
    secondPasses: settings.quick === true ? 0 : (details.secondPasses ?? null),
    failedPassages: details.failedPassages ?? null,
    reusedTexts: details.reusedTexts ?? null,
    withoutSpeechMs,
    isQuick: settings.quick === true,
  }
}

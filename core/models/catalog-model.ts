/**
 * What the catalog knows about a model that can be downloaded. All numbers are published ones unless stated
 * otherwise.
 */
export interface CatalogModel {
  readonly id: string
  readonly name: string
  readonly maker: string
  /** A key of studio/models/kinds.ts. */
  readonly kind: string
  /** What it does; default: it recognizes speech. */
  readonly role?: 'embedding'
  /** Null if none was found. */
  readonly licence: string | null
  /** ISO 639 codes; `['*']`: Whisper's languages; empty: any. */
  readonly languages: readonly string[]
  readonly download: ArchiveDownload | FilesDownload
  readonly gives: {
    /** Times of words. */
    readonly times: boolean
    /** Whether the model provides a confidence for each word. */
    readonly confidence: boolean
    /** Punctuation and capital letters. */
    readonly punctuation: boolean
  }
  /** Published word error rates, by language. */
  readonly errors: Readonly<Partial<Record<string, PublishedErrors>>>
  /**
   * Seconds of work per second of sound on a laptop with 4 threads, as measured by others; null: not
   * published.
   */
  readonly realTimeFactor: number | null
  /** Memory during work in MB (10⁶ bytes); null: not published. */
  readonly memoryMegabytes: number | null
  readonly trainingData: TrainingData
  readonly defects: readonly CatalogDefect[]
}

export interface PublishedErrors {
  /** Word error rate in percent. */
  readonly percent: number
  readonly source: ErrorSource
}

/** Where a figure comes from: a data set with the model's card or paper, or a measurement of this project. */
export type ErrorSource = 'FLEURS' | 'MLS' | 'AMI' | 'Open ASR' | 'card' | 'measured'

/** How far the model's training sound is known. */
export type TrainingData = 'named' | 'partly-named' | 'closed' | 'unknown'

export type CatalogDefect =
  /** Produces English-like words for spontaneous speech in other languages; its language cannot be set. */
  | 'drifts-to-english'
  /** Invents words if sound begins without a pause. */
  | 'invents-openings'
  /** Loses the first word if speech begins immediately. */
  | 'drops-first-word'
  /** Repeats itself after pauses. */
  | 'loops-after-pauses'
  /** Text in Arabic, Hebrew and Hindi is corrupted in the present version of sherpa-onnx. */
  | 'breaks-some-scripts'
  /** The files were exported by a third party. */
  | 'third-party-export'
  /** The license was not verified with its author. */
  | 'licence-unverified'

/** One archive; only the listed members are unpacked. */
export interface ArchiveDownload {
  readonly url: string
  /** Files that its maker has published at that address, the newest first; there is at least one. */
  readonly versions: readonly [ArchiveVersion, ...ArchiveVersion[]]
  /** Names of the files that belong to the model, in the archive's folder. */
  readonly members: readonly string[]
}

/** One of the files that an archive's address has had. */
export interface ArchiveVersion {
  readonly bytes: number
  readonly sha256: string
  /** `2026-07-09`; null if not known. */
  readonly published: string | null
  /** Where its size and hash were read. */
  readonly source: string
}

export interface FilesDownload {
  readonly files: readonly {
    readonly name: string
    readonly url: string
    readonly bytes: number
    readonly sha256: string
  }[]
}

/** Number of bytes to download: of an archive, its newest version. */
export function downloadBytes({ download }: CatalogModel): number {
  return 'files' in download
    ? download.files.reduce((sum, { bytes }) => sum + bytes, 0)
    : download.versions[0].bytes
}

/** The version of a model's archive with that hash; undefined if the catalog knows none. */
export function archiveVersion({ download }: CatalogModel, sha256: string): ArchiveVersion | undefined {
  return 'files' in download ? undefined : download.versions.find((version) => version.sha256 === sha256)
}

/** 8-bit weights shrink by a third at most in an archive (published sizes: 1.26 to 1.4 times). */
const UNPACKED_FACTOR = 1.5

/** Bytes that must be free to download and unpack a model: both are on the disk for a moment. */
export function bytesToInstall(model: CatalogModel): number {
  const bytes = downloadBytes(model)
  return 'files' in model.download ? bytes : Math.round(bytes * (1 + UNPACKED_FACTOR))
}

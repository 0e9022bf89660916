import { bytesToInstall, type CatalogModel } from './catalog-model.ts'
import { catalogModel } from './catalog/catalog.ts'

export interface Machine {
  /** Total memory in bytes, free or not. */
  readonly memoryBytes: number
  readonly cores: number
  /** Free space where models are stored, in bytes. */
  readonly freeBytes: number
}

/** With less memory, a model of 0.9 GB leaves too little for the system, a browser and the program itself. */
const SMALL_MEMORY_BYTES = 6e9
/** Kept free after installing a model, for prepared audio and other programs. */
const RESERVE_BYTES = 1e9

interface Choices {
  /** Best first; the next is used if one does not fit the machine. */
  readonly best: readonly string[]
  /** For computers with about 4 GB of memory. */
  readonly little: readonly string[]
}

const FAST = 'fast-conformer-10-languages'
const V3 = 'parakeet-tdt-0.6b-v3'

/** For each language, in order of preference (reasons are in the project's list of models). */
const choices: Readonly<Partial<Record<string, Choices>>> = {
  fr: { best: [V3, FAST], little: [FAST] },
  en: {
    best: ['parakeet-unified-en-0.6b', 'parakeet-tdt-110m-en'],
    little: ['parakeet-tdt-110m-en'],
  },
  pt: { best: [V3, 'fast-conformer-pt'], little: ['fast-conformer-pt'] },
  zh: { best: ['whisper-small-attention', 'sense-voice-small'], little: ['sense-voice-small'] },
  ja: { best: ['whisper-small-attention', 'sense-voice-small'], little: ['sense-voice-small'] },
  ko: { best: ['whisper-small-attention', 'sense-voice-small'], little: ['sense-voice-small'] },
  yue: { best: ['sense-voice-small'], little: ['sense-voice-small'] },
}

/** Languages not listed: European ones if Parakeet v3 supports them, all others by Whisper. */
function choicesFor(language: string): Choices {
  const own = choices[language]
  if (own !== undefined) return own
  const isFast = speaks(FAST, language)
  if (speaks(V3, language)) return { best: isFast ? [V3, FAST] : [V3], little: isFast ? [FAST] : [] }
  if (isFast) return { best: [FAST], little: [FAST] }
  return { best: ['whisper-small-attention'], little: [] }
}

function speaks(id: string, language: string): boolean {
  return catalogModel(id)?.languages.includes(language) ?? false
}

/** The one model to recommend; null if the embedded one is the best that fits. */
export function recommendedModel(language: string, machine: Machine): CatalogModel | null {
  const { best, little } = choicesFor(language)
  const ids = machine.memoryBytes < SMALL_MEMORY_BYTES ? little : best
  for (const id of ids) {
    const model = catalogModel(id)
    if (model !== undefined && bytesToInstall(model) + RESERVE_BYTES <= machine.freeBytes) return model
  }
  return null
}

/**
 * Whether one of the installed models is as good as the recommended one for a language: itself, or one listed
 * before it.
 */
export function isServed(language: string, recommended: CatalogModel, hereIds: readonly string[]): boolean {
  const { best, little } = choicesFor(language)
  const order = [...best, ...little.filter((id) => !best.includes(id))]
  const wanted = order.indexOf(recommended.id)
  return hereIds.some((id) => {
    const at = order.indexOf(id)
    return at >= 0 && at <= wanted
  })
}

import type { TrainingData } from '../models/catalog-model.ts'
import { catalogModel } from '../models/catalog/catalog.ts'
import { type Openness, type OpennessPoint, opennessPoints } from '../models/openness-points.ts'

/** What is known about the making of a model. */
export interface Origin {
  readonly maker: string
  readonly disclosure: TrainingData
  /** Hours of training sound, if published. */
  readonly hours?: number
  /** Names of the data sets, if published. */
  readonly sets?: readonly string[]
}

/**
 * For the embedded models, by id, from their makers' papers and cards (resources/models/openness.json has the
 * sources).
 */
const embedded: Readonly<Record<string, Origin>> = {
  'whisper-base-beam5': { maker: 'OpenAI', disclosure: 'closed', hours: 680_000 },
  'pyannote-segmentation-3.0': {
    maker: 'CNRS',
    disclosure: 'named',
    sets: ['AISHELL', 'AliMeeting', 'AMI', 'AVA-AVD', 'DIHARD', 'Ego4D', 'MSDWild', 'REPERE', 'VoxConverse'],
  },
  'campplus-sv-zh-en-common-advanced': { maker: '3D-Speaker, Alibaba', disclosure: 'closed' },
  'silero-vad-v6': { maker: 'Silero Team', disclosure: 'closed' },
}

/** For an embedded model or one in the catalog; null for any other. */
export function originOf(modelId: string): Origin | null {
  const known = embedded[modelId]
  if (known !== undefined) return known
  const model = catalogModel(modelId)
  if (model === undefined) return null
  return { maker: model.maker, disclosure: model.trainingData }
}

/**
 * Whether a model meets the Open Source AI Definition 1.0: code, information about the data, and parameters must all
 * be open, under an open license. Open weights alone are not enough. Null if it was not assessed.
 */
export function isOpenSourceAi(points: Openness | null): boolean | null {
  if (points === null) return null
  const needed: readonly OpennessPoint[] = ['code', 'base-data', 'base-weights', 'licence']
  return needed.every((point) => points[point] === 1)
}

/** How many points are open, and how many partly. */
export function countOpenness(points: Openness) {
  const values = Object.values(points)
  return {
    open: values.filter((value) => value === 1).length,
    partly: values.filter((value) => value === 0.5).length,
    all: opennessPoints.length,
  }
}

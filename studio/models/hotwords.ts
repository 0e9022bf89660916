import type { ModelEntry } from '#contracts/models'
import type { Model } from './model-store.ts'

/** Kinds whose beam search supports hotwords; NeMo's transducers are decoded greedily. */
const kinds: ReadonlySet<string> = new Set(['transducer', 'online-zipformer'])

export const takesHotwords = ({ kind }: Pick<ModelEntry, 'kind'>): boolean => kinds.has(kind)

/**
 * The model with hotwords as a part of its config, as its decodes then differ. Returns the same model if
 * there are none.
 */
export function withHotwords(model: Model, hotwords: readonly string[]): Model {
  if (hotwords.length === 0 || !takesHotwords(model.entry)) return model
  return { ...model, entry: { ...model.entry, config: { ...model.entry.config, hotwords: [...hotwords] } } }
}

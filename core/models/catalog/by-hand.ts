import type { PublishedErrors } from '../catalog-model.ts'

/**
 * A model that Parolo does not download, as no file of it is known by its hash; a person can add it with
 * `parolo models add` or in the window.
 */
export interface HandModel {
  readonly name: string
  /** A key of studio/models/kinds.ts. */
  readonly kind: string
  readonly maker: string
  readonly licence: string
  /** ISO 639 codes of the model. */
  readonly languages: readonly string[]
  /** Those of them that the present sherpa-onnx can set. */
  readonly usableLanguages: readonly string[]
  /** Of its archive, in bytes, as another program lists it. */
  readonly bytes: number
  /** Who made the files that sherpa-onnx reads, and where they are. */
  readonly files: string
  readonly errors: Readonly<Partial<Record<string, PublishedErrors>>>
}

const fleurs = (percent: number): PublishedErrors => ({ percent, source: 'FLEURS' })

export const handModels: readonly HandModel[] = [
  {
    name: 'Canary 1B v2',
    kind: 'canary',
    maker: 'NVIDIA',
    licence: 'CC-BY-4.0',
    languages: 'bg hr cs da nl en et fi fr de el hu it lv lt mt pl pt ro sk sl es sv ru uk'.split(' '),
    // Until sherpa-onnx 2: Canary in these only, whatever the model speaks.
    usableLanguages: ['en', 'es', 'de', 'fr'],
    bytes: 1_144_946_025,
    files: 'Sarphix/canary-1b-v2-sherpa-onnx-int8 (Hugging Face)',
    // The model card, of the weights before they were reduced to 8 bits.
    errors: { en: fleurs(4.5), es: fleurs(2.9), de: fleurs(4.4), fr: fleurs(5.02) },
  },
]

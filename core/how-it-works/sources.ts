/** A published work cited by the pages. */
export interface Source {
  /** Its name inside a sentence. */
  readonly name: string
  readonly title: string
  readonly address: string
  /** What was examined. */
  readonly sample: { readonly en: string; readonly fr: string }
}

/** In the order in which the pages cite them. */
export const sources = {
  'koenecke-2020': {
    name: 'Koenecke 2020',
    title: 'Racial disparities in automated speech recognition. PNAS 117(14)',
    address: 'https://doi.org/10.1073/pnas.1915768117',
    sample: {
      en: 'interviews in English with 73 Black and 42 white people in the United States; five programs of large firms, 2019',
      fr: 'entretiens en anglais avec 73 personnes noires et 42 personnes blanches aux États-Unis ; cinq programmes de grandes entreprises, 2019',
    },
  },
  'attia-2023': {
    name: 'Attia 2023',
    title: 'Kid-Whisper. arXiv 2309.07927',
    address: 'https://arxiv.org/abs/2309.07927',
    sample: {
      en: 'the test part of MyST: children who talk about science in English; Whisper small, before the authors adapted it',
      fr: 'la partie de test de MyST : des enfants qui parlent de sciences en anglais ; Whisper small, avant son adaptation par les auteurs',
    },
  },
  'garnerin-2019': {
    name: 'Garnerin 2019',
    title: 'Gender representation in French broadcast corpora and its impact on ASR performance. AI4TV',
    address: 'https://doi.org/10.1145/3347449.3357480',
    sample: {
      en: 'four collections of French radio and television',
      fr: 'quatre collections d’émissions de radio et de télévision françaises',
    },
  },
  'serrand-2025': {
    name: 'Serrand 2025',
    title:
      'Benchmarking large pretrained multilingual models on Québec French speech recognition. arXiv 2508.21193',
    address: 'https://arxiv.org/abs/2508.21193',
    sample: {
      en: 'public inquiries in Québec, spoken freely',
      fr: 'commissions d’enquête publiques au Québec, parole spontanée',
    },
  },
  'parakeet-card': {
    name: 'NVIDIA 2025',
    title: 'Parakeet TDT 0.6B v3, model card',
    address: 'https://huggingface.co/nvidia/parakeet-tdt-0.6b-v3',
    sample: {
      en: 'its maker’s own tests, with noise as loud as the voice',
      fr: 'les tests de son auteur, avec un bruit aussi fort que la voix',
    },
  },
  'koenecke-2024': {
    name: 'Koenecke 2024',
    title: 'Careless Whisper: speech-to-text hallucination harms. FAccT',
    address: 'https://doi.org/10.1145/3630106.3658996',
    sample: {
      en: '13,140 short recordings in English of 437 people with and without aphasia, which makes speaking hard; Whisper as a service, 2023',
      fr: '13 140 courts enregistrements en anglais de 437 personnes avec et sans aphasie, qui rend la parole difficile ; Whisper comme service, 2023',
    },
  },
  'hutiri-2022': {
    name: 'Hutiri 2022',
    title: 'Bias in automated speaker recognition. FAccT, arXiv 2201.09486',
    address: 'https://arxiv.org/abs/2201.09486',
    sample: {
      en: 'the VoxCeleb challenge: interviews with celebrities on the web',
      fr: 'le concours VoxCeleb : des interviews de célébrités sur le web',
    },
  },
  'whisper-card': {
    name: 'OpenAI 2022',
    title: 'Whisper, model card',
    address: 'https://github.com/openai/whisper/blob/main/model-card.md',
    sample: { en: 'what its maker says of the model', fr: 'ce que son auteur dit du modèle' },
  },
  'scribe-audio': {
    name: 'Le Scribe audio',
    title: 'La journée du transcripteur audio',
    address: 'https://lescribeaudio.com/transcrire-transcripteur/',
    sample: {
      en: 'what people who transcribe for a living say of their work',
      fr: 'ce que des transcripteurs professionnels disent de leur travail',
    },
  },
} as const satisfies Readonly<Record<string, Source>>

export type SourceId = keyof typeof sources
export const sourceIds = Object.keys(sources) as readonly SourceId[]

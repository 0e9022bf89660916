import type { ModelEntry } from '#contracts/models'

/**
 * Every kind of recognizer and voice model that sherpa-onnx runs, as data: the files in a folder of that
 * kind, and where sherpa's config refers to them. `models add` determines a folder's kind by its files; the
 * first match is used, so kinds with the most specific files come first.
 */
export interface ModelKind {
  readonly kind: string
  /** What it does; default: it recognizes speech. */
  readonly role?: ModelEntry['role']
  /** Required files by role, each a pattern for file names. `int8` is preferred if both match. */
  readonly files: Readonly<Record<string, RegExp>>
  /** Subfolders that belong to the model (a tokenizer's files), by role. */
  readonly folders?: Readonly<Record<string, RegExp>>
  /** A required part of the folder's name, for kinds that the files alone do not identify. */
  readonly folderName?: RegExp
  /** sherpa's modelConfig; `file:ROLE` is replaced with that file. */
  readonly config: Readonly<Record<string, unknown>>
  readonly traits: Partial<
    Pick<ModelEntry, 'languages' | 'languageSettings' | 'times' | 'confidence' | 'tailZeros' | 'streaming'>
  >
}

const tokens = /^(.*[-_.])?tokens\.txt$/u
const encoder = /encoder.*\.(onnx|ort)$/u
const decoder = /decoder.*\.(onnx|ort)$/u
const joiner = /joiner.*\.onnx$/u
const model = /^(.*[-_.])?model.*\.onnx$/u

/** A kind with one model file, identified by a part of the folder's name. */
function single(
  kind: string,
  key: string,
  folderName: RegExp,
  extra: Record<string, unknown> = {},
): ModelKind {
  return {
    kind,
    folderName,
    files: { model, tokens },
    config: { [key]: { model: 'file:model', ...extra }, tokens: 'file:tokens' },
    traits: { times: 'tokens' },
  }
}

/** A transducer; `modelType` tells sherpa which kind. */
function transducer(modelType?: string): Record<string, unknown> {
  return {
    transducer: { encoder: 'file:encoder', decoder: 'file:decoder', joiner: 'file:joiner' },
    tokens: 'file:tokens',
    ...(modelType === undefined ? {} : { modelType }),
  }
}

export const modelKinds: readonly ModelKind[] = [
  {
    kind: 'online-nemo',
    folderName: /^(?!.*non-streaming).*nemo.*streaming|streaming.*(nemo|fast-conformer)/iu,
    files: { encoder, decoder, joiner, tokens },
    config: { ...transducer(), streamOptions: { language: '' } },
    traits: { streaming: true, times: 'tokens', languageSettings: ['streamOptions.language'] },
  },
  {
    kind: 'online-zipformer',
    folderName: /streaming.*zipformer/iu,
    files: { encoder, decoder, joiner, tokens },
    config: transducer(),
    traits: { streaming: true, times: 'tokens', confidence: 'log-probabilities' },
  },
  {
    kind: 'nemo-transducer',
    folderName: /nemo|parakeet/iu,
    files: { encoder, decoder, joiner, tokens },
    config: transducer('nemo_transducer'),
    traits: { times: 'tokens', confidence: 'log-probabilities' },
  },
  {
    kind: 'transducer',
    files: { encoder, decoder, joiner, tokens },
    config: transducer(),
    traits: { times: 'tokens', confidence: 'log-probabilities' },
  },
  {
    kind: 'moonshine-preprocessor',
    files: {
      preprocessor: /^preprocess.*\.onnx$/u,
      encoder: /^encode.*\.onnx$/u,
      uncached: /^uncached_decode.*\.onnx$/u,
      cached: /^cached_decode.*\.onnx$/u,
      tokens,
    },
    config: {
      moonshine: {
        preprocessor: 'file:preprocessor',
        encoder: 'file:encoder',
        uncachedDecoder: 'file:uncached',
        cachedDecoder: 'file:cached',
      },
      tokens: 'file:tokens',
    },
    traits: {
      times: 'none',
      languages: ['en'],
    },
  },
  {
    kind: 'moonshine',
    files: {
      encoder: /^encoder_model.*\.(onnx|ort)$/u,
      decoder: /^decoder_model_merged.*\.(onnx|ort)$/u,
      tokens,
    },
    config: { moonshine: { encoder: 'file:encoder', mergedDecoder: 'file:decoder' }, tokens: 'file:tokens' },
    traits: {
      times: 'none',
      languages: ['en'],
    },
  },
  {
    kind: 'canary',
    folderName: /canary/iu,
    files: { encoder, decoder, tokens },
    config: {
      canary: { encoder: 'file:encoder', decoder: 'file:decoder', srcLang: 'en', tgtLang: 'en', usePnc: 1 },
      tokens: 'file:tokens',
    },
    traits: {
      times: 'none',
      // Until sherpa-onnx 2: these, whatever languages the model has; afterwards those of its tokens.
      languages: ['en', 'es', 'de', 'fr'],
      languageSettings: ['canary.srcLang', 'canary.tgtLang'],
    },
  },
  {
    kind: 'fire-red',
    folderName: /fire-?red/iu,
    files: { encoder, decoder, tokens },
    config: { fireRedAsr: { encoder: 'file:encoder', decoder: 'file:decoder' }, tokens: 'file:tokens' },
    traits: { times: 'none', languages: ['zh', 'en'] },
  },
  {
    kind: 'cohere-transcribe',
    folderName: /cohere/iu,
    files: { encoder, decoder, tokens },
    config: {
      cohereTranscribe: {
        encoder: 'file:encoder',
        decoder: 'file:decoder',
        language: 'en',
        usePunct: 1,
        useItn: 0,
      },
      tokens: 'file:tokens',
    },
    traits: { times: 'none', languageSettings: ['cohereTranscribe.language'] },
  },
  {
    kind: 'whisper-attention',
    folderName: /whisper.*attention/iu,
    files: { encoder, decoder, tokens },
    config: {
      whisper: {
        encoder: 'file:encoder',
        decoder: 'file:decoder',
        language: '',
        task: 'transcribe',
        tailPaddings: 300,
        enableTokenTimestamps: 1,
      },
      tokens: 'file:tokens',
    },
    traits: {
      times: 'attention',
      languages: ['*'],
      languageSettings: ['whisper.language'],
      tailZeros: 0.7,
    },
  },
  {
    kind: 'whisper',
    files: { encoder, decoder, tokens },
    config: {
      whisper: {
        encoder: 'file:encoder',
        decoder: 'file:decoder',
        language: '',
        task: 'transcribe',
        tailPaddings: 300,
      },
      tokens: 'file:tokens',
    },
    traits: {
      times: 'none',
      languages: ['*'],
      languageSettings: ['whisper.language'],
      tailZeros: 0.7,
    },
  },
  {
    kind: 'funasr-nano',
    folders: { tokenizer: /^(tokenizer|qwen)/iu },
    files: { adaptor: /adaptor.*\.onnx$/u, llm: /llm.*\.onnx$/u, embedding: /embedding.*\.onnx$/u },
    config: {
      funasrNano: {
        encoderAdaptor: 'file:adaptor',
        llm: 'file:llm',
        embedding: 'file:embedding',
        tokenizer: 'file:tokenizer',
      },
    },
    traits: { times: 'none' },
  },
  {
    kind: 'qwen3',
    folderName: /qwen/iu,
    folders: { tokenizer: /^tokenizer/iu },
    files: { frontend: /conv.*front.*\.onnx$/u, encoder, decoder },
    config: {
      qwen3Asr: {
        convFrontend: 'file:frontend',
        encoder: 'file:encoder',
        decoder: 'file:decoder',
        tokenizer: 'file:tokenizer',
      },
    },
    traits: { times: 'none' },
  },
  {
    ...single('sense-voice', 'senseVoice', /sense-?voice/iu, {
      language: '',
      useInverseTextNormalization: 1,
    }),
    traits: {
      times: 'tokens',
      languages: ['zh', 'en', 'ja', 'ko', 'yue'],
      languageSettings: ['senseVoice.language'],
    },
  },
  single('paraformer', 'paraformer', /paraformer/iu),
  single('nemo-ctc', 'nemoCtc', /nemo/iu),
  single('zipformer-ctc', 'zipformerCtc', /zipformer.*ctc|ctc.*zipformer/iu),
  single('wenet-ctc', 'wenetCtc', /wenet/iu),
  single('telespeech-ctc', 'teleSpeechCtc', /tele-?speech/iu),
  single('dolphin', 'dolphin', /dolphin/iu),
  single('omnilingual', 'omnilingual', /omnilingual/iu),
  single('medasr', 'medasr', /medasr/iu),
  single('fire-red-ctc', 'fireRedAsrCtc', /fire-?red.*ctc/iu),
  single('tdnn', 'tdnn', /tdnn|yesno/iu),
  {
    kind: 'speaker-embedding',
    role: 'embedding',
    folderName: /titanet|cam-?(\+\+|plus|pplus)|eres2net|wespeaker|speaker/iu,
    files: { model: /\.onnx$/u },
    config: { model: 'file:model' },
    traits: { times: 'none' },
  },
]

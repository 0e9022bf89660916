import studioPicture from '../../docs/pictures/studio-light.png'

type Load = () => Promise<{ readonly default: string }>

/** Each page's Markdown by its file below docs, part of the built page, so that no network is needed. */
export const helpTexts: Readonly<Record<string, Load>> = {
  'en/start.md': () => import('../../docs/en/start.md?raw'),
  'en/podcasts.md': () => import('../../docs/en/podcasts.md?raw'),
  'en/captions.md': () => import('../../docs/en/captions.md?raw'),
  'en/recording.md': () => import('../../docs/en/recording.md?raw'),
  'en/cutting.md': () => import('../../docs/en/cutting.md?raw'),
  'en/speakers.md': () => import('../../docs/en/speakers.md?raw'),
  'en/privacy.md': () => import('../../docs/en/privacy.md?raw'),
  'en/models.md': () => import('../../docs/en/models.md?raw'),
  'en/formats.md': () => import('../../docs/en/formats.md?raw'),
  'en/command-line.md': () => import('../../docs/en/command-line.md?raw'),
  'en/archives.md': () => import('../../docs/en/archives.md?raw'),
  'fr/start.md': () => import('../../docs/fr/start.md?raw'),
  'fr/podcasts.md': () => import('../../docs/fr/podcasts.md?raw'),
  'fr/captions.md': () => import('../../docs/fr/captions.md?raw'),
  'fr/recording.md': () => import('../../docs/fr/recording.md?raw'),
  'fr/privacy.md': () => import('../../docs/fr/privacy.md?raw'),
}

/** Addresses of the pictures in these pages by their names. */
export const helpPictures: Readonly<Record<string, string>> = { 'studio-light.png': studioPicture }

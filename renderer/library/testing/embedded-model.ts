/** The bundled model, as its page lists it. */
export const embeddedModel = {
  id: 'whisper',
  name: 'Whisper base',
  role: 'recogniser' as const,
  licence: 'MIT',
  source: 'OpenAI',
  bytes: 79e6,
  languages: ['*'],
  embedded: true,
  catalog: false,
  archive: null,
  minutesAnHour: null,
  replaces: [],
  default: true,
  openness: null,
}

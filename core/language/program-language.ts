/** Languages of the user interface. */
export type ProgramLanguage = 'en' | 'fr'

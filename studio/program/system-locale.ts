/** The locale of the environment for dates and numbers, such as `en_GB.UTF-8`. */
export function systemLocale(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['LC_ALL'] || environment['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale
}

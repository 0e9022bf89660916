/**
 * The messages of one part of the program in both languages, side by side, so that no key can be missing in
 * one.
 */
export interface MessageGroup<English extends Readonly<Record<string, string>>> {
  readonly en: English
  readonly fr: Readonly<Record<keyof English, string>>
}

export function messageGroup<const English extends Readonly<Record<string, string>>>(
  en: English,
  fr: Readonly<Record<keyof English, string>>,
): MessageGroup<English> {
  return { en, fr }
}

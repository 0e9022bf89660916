import { expect, it } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Words of another notion or manner, each with the one to use: one word for one thing, in each language. */
const inEnglish: readonly (readonly [RegExp, string])[] = [
  [/\bfilms?\b/iu, 'video'],
  [/\bjobs?\b/iu, 'task'],
  [/\b(?:a|the|one|first|second|this|each) runs?\b/iu, 'task'],
  [/\btold (?!apart)/iu, 'a verb that says what happens'],
  [/\b(?:is|are) gone\b/iu, 'deleted, unplugged, no longer available'],
  [/without a place/iu, 'not placed'],
  [/takes? up room|free room|beside its text/iu, 'storage'],
  [/\brecognizers?\b/iu, 'speech model'],
  [/\bcarets?\b/iu, 'cursor'],
  [
    /\bidentif(?:y|ies|ied)\b.*\b(?:voice|speaker)s?\b|\b(?:voice|speaker)s?\b.*\bidentif(?:y|ies|ied)\b/iu,
    'tell voices apart',
  ],
  [/\{count, plural, one \{# mark\}/u, 'annotation'],
  [/\bhide .*\b(?:name|voice|word)s? .*privacy/iu, 'redact'],
]
const inFrench: readonly (readonly [RegExp, string])[] = [
  [/\bfilms?\b/iu, 'vidéo'],
  [/intervenant/iu, 'voix'],
  [/locuteur/iu, 'voix'],
  [/\bmasqu(?!er mes modifications)/iu, 'occulter (privé), retirer (sous-titres)'],
  [/\bsuspend/iu, 'mettre en pause'],
  [/\bécarter\b/iu, 'ignorer'],
  [/sans place/iu, 'non placé'],
  [/panneau/iu, 'volet'],
  [/\brelancer?…/iu, 'transcrire de nouveau, second avis'],
  [/en sûreté/iu, 'en sécurité'],
  [/\{count, plural, one \{# repère\}/u, 'annotation'],
]

it.each([
  ['English', en, inEnglish],
  ['French', fr, inFrench],
] as const)('%s texts have one word for one thing', (_language, texts, words) => {
  const found = Object.entries<string>(texts).flatMap(([key, text]) =>
    words.filter(([word]) => word.test(text)).map(([, better]) => `${key}: ${better}`),
  )
  expect(found).toEqual([])
})

it('French has a no-break space before : and inside « », a narrow one before ; ! ?', () => {
  const wrong = Object.entries<string>(fr).filter(([, text]) =>
    /(?<!\u202F)[;!?](?![}\w])|[^\u00A0\d]:(?=\s|$)|«(?!\u00A0)|(?<!\u00A0)»|[nN]°(?!\u00A0)/u.test(
      withoutChoices(text),
    ),
  )
  expect(wrong.map(([key]) => key)).toEqual([])
})

/** Without the names of values and choices in braces. */
function withoutChoices(text: string): string {
  return text
    .replaceAll(/\{\w+, (?:plural|select|number|date)[^{}]*/gu, '')
    .replaceAll(/(?:=\d|one|other|\w+) \{/gu, '{')
}

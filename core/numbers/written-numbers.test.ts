import { describe, expect, it } from 'vitest'
import { saidWords } from '../edits/testing/samples.ts'
import { paragraphText } from '../transcript/transcript.ts'
import { readWords } from '../reading/read-words.ts'

function written(text: string, language: string): string {
  const words = saidWords('c1', text, 0)
  return paragraphText({ words: readWords(words, language, { numbers: 'digits' })?.words ?? words })
}

/** As displayed: kinds of spaces are tested separately. */
const shown = (text: string, language: string): string =>
  written(text, language).replaceAll(/[\u00A0\u202F]/gu, ' ')

describe('English', () => {
  it.each([
    ['there were three hundred and five people', 'there were 305 people'],
    ['about twenty-one of them', 'about 21 of them'],
    ['some twenty one, and more', 'some 21, and more'],
    ['it holds forty-two thousand five hundred', 'it holds 42,500'],
    ['nearly two thousand and five', 'nearly 2005'],
    ['fifteen hundred miles', '1500 miles'],
    ['he has two million readers', 'he has 2 million readers'],
    ['it took two million three hundred thousand steps', 'it took 2,300,000 steps'],
    ['only five percent of it', 'only 5% of it'],
    ['a hundred per cent.', '100%.'],
    ['it is twenty percent', 'it is 20%'],
    ['it is 20 percent', 'it is 20%'],
    ['pi is three point one four', 'pi is 3.14'],
    ['about zero point zero five', 'about 0.05'],
    ['it cost five euros', 'it cost €5'],
    ['it cost 5 dollars', 'it cost $5'],
    ['they paid two million dollars', 'they paid $2 million'],
    ['it was three dollars and fifty cents', 'it was $3.50'],
    ['it is five kilometers away', 'it is 5 km away'],
    ['at fifty kilometers per hour', 'at 50 km/h'],
    ['at ten thirty we left', 'at 10:30 we left'],
    ['we left at ten oh five', 'we left at 10:05'],
    ['the seven fifteen pm train', 'the 7:15 pm train'],
    ['we met at five pm', 'we met at 5 pm'],
    ['in nineteen eighty-four', 'in 1984'],
    ['from nineteen eighty four on', 'from 1984 on'],
    ['it was nineteen oh five', 'it was 1905'],
    ['by twenty twenty four', 'by 2024'],
    ['on March twenty first', 'on March 21st'],
    ['on March third nineteen eighty', 'on March 3rd 1980'],
    ['the third of May', 'the 3rd of May'],
    ['on June five', 'on June 5'],
    ['the twenty-first century', 'the 21st century'],
    ['five to ten people', '5 to 10 people'],
    ['between one hundred and two hundred people', 'between 100 and 200 people'],
    ['between two hundred and fifty and three hundred', 'between 250 and 300'],
    ['mister Okonjo and Doctor Who', 'Mr. Okonjo and Dr. Who'],
    ['cats, dogs, et cetera.', 'cats, dogs, etc.'],
    ['“twenty-five” (thirty)', '“25” (30)'],
  ])('%s → %s', (said, read) => expect(shown(`So ${said}`, 'en')).toBe(`So ${read}`))

  it.each([
    'one of them stays',
    'one day, two days and nine cats',
    'a hundred times, a thousand people',
    'Twenty people came. Five percent of them left.',
    'call oh six twelve thirty four fifty six',
    'call six, twelve, thirty-four',
    'ten, twenty, thirty, forty, fifty',
    'one two three four',
    'it is a fifty fifty chance',
    'open twenty four seven',
    'twenty thirty people, maybe',
    'two thirds and three quarters',
    'twelve and a half',
    'a twenty second break',
    'he came second and third',
    'it was half past ten',
    'about ten o’clock',
    'they march twenty miles in may'.replace('twenty', 'nine'),
    'a one-way street, a twenty-dollar bill',
    'the point is five, not six',
    'hundreds of thousands of people',
    'at five we left',
    'the doctor said no',
    'no one knows',
  ])('%s: is left as it was said', (said) => {
    expect(shown(/^[A-Z]/u.test(said) ? said : `So ${said}`, 'en').replace(/^So /u, '')).toBe(said)
  })
})

describe('French', () => {
  it.each([
    ['il y en a vingt et un', 'il y en a 21'],
    ['vingt-et-une personnes', '21 personnes'],
    ['trois cent cinq personnes', '305 personnes'],
    ['quatre-vingt-dix-sept pages', '97 pages'],
    ['soixante et onze ou septante et un', '71 ou 71'],
    ['en mille neuf cent quatre-vingt-quatre', 'en 1984'],
    ['depuis deux mille vingt-quatre', 'depuis 2024'],
    ['quarante-deux mille cinq cents habitants', '42 500 habitants'],
    ['deux millions d’euros', '2 millions d’euros'],
    ['cinq pour cent des gens', '5 % des gens'],
    ['cent pour cent.', '100 %.'],
    ['pi fait trois virgule quatorze', 'pi fait 3,14'],
    ['zéro virgule zéro cinq', '0,05'],
    ['ça coûte cinq euros', 'ça coûte 5 €'],
    ['ça coûte trois euros cinquante', 'ça coûte 3,50 €'],
    ['trois euros et cinq centimes', '3,05 €'],
    ['mille euros', '1000 €'],
    ['à cinq kilomètres', 'à 5 km'],
    ['à cinquante kilomètres heure', 'à 50 km/h'],
    ['deux mètres dix', '2,10 m'],
    ['vingt mètres carrés', '20 m²'],
    ['à dix heures trente', 'à 10 h 30'],
    ['à dix heures cinq', 'à 10 h 05'],
    ['il est dix heures et quart', 'il est 10 h 15'],
    ['vers huit heures', 'vers 8 h'],
    ['pendant douze heures', 'pendant 12 heures'],
    ['le trois mai', 'le 3 mai'],
    ['le premier mai', 'le 1er mai'],
    ['le vingt et un juin deux mille vingt-quatre', 'le 21 juin 2024'],
    ['au dix-neuvième siècle', 'au 19e siècle'],
    ['le vingt et unième', 'le 21e'],
    ['numéro cinq', 'n° 5'],
    ['entre dix et vingt', 'entre 10 et 20'],
    ['monsieur Dupont', 'M. Dupont'],
    ['et cetera', 'etc.'],
  ])('%s → %s', (said, read) => expect(shown(`Donc ${said}`, 'fr')).toBe(`Donc ${read}`))

  it.each([
    'un homme et une femme',
    'deux ou trois, pas plus',
    'mille mercis, cent fois',
    'au zéro six douze trente-quatre cinquante-six',
    'zéro six, douze, trente-quatre',
    'un, deux, trois, quatre, cinq, dix',
    'deux tiers, trois quarts',
    'dix heures moins le quart',
    'dix kilomètres et demi',
    'dix pour cent euros',
    'un million d’euros',
    'un vélo neuf',
    'il y en a vingt un peu partout',
    'un dixième et deux centièmes',
    'oui monsieur, bonjour madame',
    'midi trente',
  ])('%s: is left as it was said', (said) => expect(shown(`Donc ${said}`, 'fr')).toBe(`Donc ${said}`))

  it('has the spaces of French typography', () => {
    expect(written('Donc cinq pour cent', 'fr')).toBe('Donc 5\u202F%')
    expect(written('Donc quarante mille euros', 'fr')).toBe('Donc 40\u202F000\u00A0€')
    expect(written('Donc à dix heures trente', 'fr')).toBe('Donc à 10\u00A0h\u00A030')
  })
})

it('leaves other languages alone, and numbers with a pause between', () => {
  expect(written('Also zehn Euros, vingt euros', 'de')).toBe('Also zehn Euros, vingt euros')
  const words = saidWords('c1', 'so twenty three', 0)
  const late = words.map((word, index) => (index < 2 ? word : { ...word, startMs: 9_000, endMs: 9_300 }))
  expect(readWords(late, 'en', { numbers: 'digits' })).toBeNull()
})

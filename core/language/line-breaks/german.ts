import { type LineBreakWords, metricUnits, words } from './words.ts'

/**
 * Articles and pronouns in their cases, prepositions with their contractions (lib.mlm.ru/german/de_73b.htm;
 * is.muni.cz OJ568, 5.Praposition_Substantiv), conjunctions, forms of the auxiliaries and modal verbs. A verb
 * may be far from its auxiliary, and "nicht" occurs in many positions, so both are bound to the next word
 * only through its neighbor.
 */
export const german: LineBreakWords = {
  noBreakAfter: words(
    'der die das des dem den ein eine einen einem einer eines kein keine keinen keinem keiner keines',
    'dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem mancher manche manches',
    'welcher welche welches welchen welchem solche solcher solches beide beiden alle allen aller einige einigen mehrere',
    'viele vielen wenige wenigen',
    'mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner seines',
    'ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer eures',
    'ab an auf aus außer bei bis durch entlang für gegen gegenüber gemäß hinter in mit nach neben ohne seit statt trotz',
    'über um unter von vor während wegen wider zu zwischen anhand aufgrund außerhalb innerhalb infolge laut mittels',
    'am ans aufs beim durchs fürs im ins ums vom vors zum zur',
    'und oder aber denn sondern sowie weil dass ob wenn als obwohl damit nachdem bevor während falls sobald solange',
    'ich du er sie es wir man wer',
    'bin bist ist sind seid war waren habe hast hat haben habt hatte hatten wird werden wurde wurden würde würden',
    'nicht sehr zu so mehr',
    'herr frau dr prof',
    'alte alten alter altes neue neuen neuer neues gute guten guter gutes große großen großer großes kleine kleinen kleiner',
    'kleines lange langen erste ersten erster erstes zweite zweiten nächste nächsten letzte letzten ganze ganzen andere',
    'anderen anderer anderes',
  ),
  noBreakBefore: words('mich dich sich uns euch ihn ihm mir dir ihnen'),
  breakBefore: words(
    'und oder aber denn sondern sowie weil dass ob wenn als obwohl damit nachdem bevor falls sobald solange',
    'ab an auf aus außer bei bis durch für gegen gemäß hinter in mit nach neben ohne seit statt trotz über unter von vor',
    'während wegen zwischen anhand aufgrund außerhalb innerhalb infolge laut am ans aufs beim durchs fürs im ins vom zum zur',
  ),
  titles: words('hr herr fr frau dr prof st'),
  calendar: words(
    'januar jänner februar märz april mai juni juli august september oktober november dezember',
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag',
  ),
  units: words(
    metricUnits,
    'prozent grad euro dollar franken cent meter kilometer zentimeter gramm kilo kilogramm tonnen liter uhr',
    'sekunden minuten stunden tage tagen wochen monate monaten jahre jahren hundert tausend millionen milliarden',
    'sekunde minute stunde tag woche monat jahr million milliarde',
  ),
  negationEnds: new Set(),
}

/**
 * Words after which a caption should not be broken, and words before which a break is preferred, by language. Derived
 * from the rules of the public guides: never split article and noun, adjective and noun, pronoun and verb, verb and
 * auxiliary or negation; break before a conjunction or a preposition (Netflix general 215758617 §5; BBC Subtitle
 * Guidelines §3.4).
 */
export interface LineBreakWords {
  /** Lower case, without end punctuation; elided forms with a straight apostrophe. */
  readonly noBreakAfter: ReadonlySet<string>
  /** Words attached to the preceding one: an object pronoun, an adverb of degree. */
  readonly noBreakBefore: ReadonlySet<string>
  /** Conjunctions and prepositions: good places to begin a new line. */
  readonly breakBefore: ReadonlySet<string>
  /** Titles followed by a name; they end in a period without ending a sentence. */
  readonly titles: ReadonlySet<string>
  /** Months and days, which belong with the adjacent number. */
  readonly calendar: ReadonlySet<string>
  /** Units, which belong with the preceding number. */
  readonly units: ReadonlySet<string>
  /** Second part of a two-part negation, e.g. French `ne … pas`. */
  readonly negationEnds: ReadonlySet<string>
}

const words = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')))

const metricUnits =
  '% ‰ ° °c °f € $ £ k€ m€ mm cm m km m² km² m³ g mg kg t l ml cl dl s ms min h hz khz mhz ghz w kw kwh ' +
  'mb gb tb ko mo go to px dpi db v'

const en: LineBreakWords = {
  noBreakAfter: words(
    'a an the this that these those some any each every no my your his her its our their whose',
    'about after against around as at before between by during for from in into like near of off on onto out',
    'over past since through to toward under until up upon with within without',
    'and but or nor so yet because although though if unless when where while whether than',
    'i you he she it we they who',
    'am is are was were be been being have has had do does did will would shall should can could may might must',
    'not',
    'mr mrs ms dr prof st',
    // Contractions of the pronouns and auxiliaries above.
    "i'm i'll i've i'd you're you'll you've you'd he's he'll he'd she's she'll she'd it's it'll it'd we're we'll",
    "we've we'd they're they'll they've they'd who's who'd who'll isn't aren't wasn't weren't haven't hasn't",
    "hadn't don't doesn't didn't won't wouldn't shouldn't can't couldn't mightn't mustn't that's there's",
    // Adjectives that are nearly always followed by their noun.
    'old new good great little small big long last next first second other same own few many several whole very',
    'what half quarter',
  ),
  noBreakBefore: words('it me him them us too much enough either'),
  breakBefore: words(
    'and but or nor so yet because although though if unless when where while whether than that which who',
    'about after against around as at before between by during for from in into like near of off on onto',
    'over past since through to toward under until upon with within without',
  ),
  titles: words('mr mrs ms dr prof st sr jr gen col sgt rev hon'),
  calendar: words(
    'january february march april may june july august september october november december',
    'monday tuesday wednesday thursday friday saturday sunday',
  ),
  units: words(
    metricUnits,
    'percent per cent degrees dollars euros pounds cents metres meters kilometres kilometers miles feet inches',
    'grams kilos kilograms tons tonnes litres liters seconds minutes hours days weeks months years',
    "o'clock am pm a.m p.m bc ad hundred thousand million billion",
    'second minute hour day week month year',
  ),
  negationEnds: new Set(),
}

const fr: LineBreakWords = {
  noBreakAfter: words(
    "le la les l' un une des du de d' au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur",
    'nos vos leurs quel quelle quels quelles chaque quelques plusieurs aucun aucune tout toute tous toutes',
    'à en dans par pour sur sous avec sans chez vers entre contre depuis pendant avant après dès',
    "jusqu' malgré selon",
    "et ou mais donc or ni car que qu' quand lorsque puisque si comme",
    "je j' tu il elle on nous vous ils elles qui me m' te t' se s' ne n' y lui",
    'ai as a avons avez ont avait suis es est sommes êtes sont était vais va vont peut doit',
    'm mme mlle me pr dr',
    // Forms of the auxiliaries and elisions above that are written as one word.
    "c'est c'était j'ai t'as l'a l'ont n'ai n'est n'a n'ont n'avait d'un d'une qu'un qu'une qu'il qu'elle qu'on",
    "qu'ils qu'elles s'il s'ils avais avions aviez avaient étais étions étaient très trop plus moins aussi",
    // Adjectives that precede their noun.
    'ancien ancienne anciens anciennes petit petite petits petites grand grande grands grandes bon bonne bons',
    'bonnes nouveau nouvel nouvelle nouveaux nouvelles vieux vieil vieille beau bel belle beaux belles jeune',
    'jeunes gros grosse premier première derniers dernière dernier dernières autre autres même mêmes',
  ),
  noBreakBefore: words('moi toi'),
  breakBefore: words(
    'et ou mais donc or ni car que quand lorsque puisque si comme qui dont où parce',
    'à dans par pour sur sous avec sans chez vers entre contre depuis pendant avant après dès malgré selon',
    "qu'il qu'elle qu'on qu'ils qu'elles qu'un qu'une s'il s'ils",
  ),
  titles: words('m mm mme mmes mlle me pr dr st ste'),
  calendar: words(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
  ),
  units: words(
    metricUnits,
    'pour cent degrés euros dollars francs centimes mètres kilomètres centimètres grammes kilos tonnes litres',
    'secondes minutes heures jours semaines mois ans années cents mille millions milliards',
    'seconde minute heure jour semaine an année million milliard',
  ),
  negationEnds: words('pas plus jamais rien point guère personne aucun aucune'),
}

const neutral: LineBreakWords = {
  noBreakAfter: new Set(),
  noBreakBefore: new Set(),
  breakBefore: new Set(),
  titles: new Set(),
  calendar: new Set(),
  units: words(metricUnits),
  negationEnds: new Set(),
}

/** The lists for a language (ISO 639-1, ignoring the region); neutral ones for languages without lists. */
export function lineBreakWords(language: string): LineBreakWords {
  const base = language.toLowerCase().split(/[-_]/)[0]
  if (base === 'en') return en
  if (base === 'fr') return fr
  return neutral
}

import { type LineBreakWords, metricUnits, words } from './words.ts'

export const english: LineBreakWords = {
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

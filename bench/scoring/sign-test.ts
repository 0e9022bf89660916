/**
 * The chance, from 0 to 1, that at least `worse` of all places that differ would be worse if each were as likely to be
 * better: the exact one-sided sign test (Dixon and Mood 1946, Journal of the American Statistical Association 41).
 * Places that are not independent make the true chance larger than this.
 * @returns 1 if no place differs
 */
export function chanceOfAsManyWorse(worse: number, better: number): number {
  const places = worse + better
  let ways = 0
  // In logarithms: the number of ways outgrows a double from some thousand places on.
  let logWays = 0
  for (let count = 0; count <= places; count++) {
    if (count > 0) logWays += Math.log(places - count + 1) - Math.log(count)
    if (count >= worse) ways += Math.exp(logWays - places * Math.LN2)
  }
  return Math.min(1, ways)
}

/** Degree of authorship, the formula: Fritz et al. 2010 and 2014, with the weights Avelino et al. 2016 use. */

const LOG_TABLE = Float64Array.from({ length: 4096 }, (_, count) => Math.log(1 + count))
const logOfOneMore = (count: number) => LOG_TABLE[count] ?? Math.log(1 + count)

export const DEGREE_PER_CHANGE = 0.164

/**
 * @param added whether they added the artifact (FA)
 * @param ownChanges changes and renames of their own (DL); adding is none
 * @param othersChanges those of everybody else (AC)
 */
export function degreeOfAuthorship(added: boolean, ownChanges: number, othersChanges: number): number {
  return 3.293 + (added ? 1.098 : 0) + DEGREE_PER_CHANGE * ownChanges - 0.321 * logOfOneMore(othersChanges)
}

export interface AuthorRule {
  /** An author's degree over the artifact's highest is strictly more than this. */
  readonly authorShare: number
  /** And at least this, unless they added the artifact. */
  readonly authorMinimum: number
}

export const isAuthor = (degree: number, highestDegree: number, added: boolean, rule: AuthorRule) =>
  degree / highestDegree > rule.authorShare && (added || degree >= rule.authorMinimum)

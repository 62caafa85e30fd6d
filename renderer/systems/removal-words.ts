/** What a removal curve says, in one sentence, and the points worth a label. */
import { formatCount, formatPlural, formatShare, formatShareExactly, formatShortList } from '../format.ts'

export interface RemovalCurve {
  readonly removed: readonly string[]
  readonly coverage: readonly number[]
}

/** How many people have to go until the coverage is below the line; null when it never is. */
export function crossingOf(curve: RemovalCurve, line: number): number | null {
  const crossing = curve.coverage.findIndex(coverage => coverage < line)
  return crossing === -1 ? null : crossing
}

export function removalCaption(curve: RemovalCurve, nameOf: (id: string) => string, line: number): string {
  const start = curve.coverage[0]
  if (start === undefined) return 'There is no artifact with a known author.'
  const crossing = crossingOf(curve, line)
  if (crossing === 0)
    return `${formatShareExactly(start)} of the artifacts have an author who is still here: it begins below the ${formatShare(line)} line.`
  const begin = `${formatShare(start)} of the artifacts have an author who is still here.`
  if (crossing === null) return `${begin} The coverage never falls below ${formatShare(line)}.`
  const gone = curve.removed.slice(0, crossing).map(nameOf)
  const left = curve.coverage[crossing] ?? 0
  return `${begin} Without ${formatShortList(gone, 4)} (${formatPlural(crossing, 'person', 'people')}) it is ${formatShareExactly(left)}, below the ${formatShare(line)} line.`
}

/** How many steps to draw: past the crossing by half of it, for what follows decides nothing. */
export function stepsToDraw(curve: RemovalCurve, line: number): number {
  const last = curve.coverage.length - 1
  const crossing = crossingOf(curve, line) ?? last
  return Math.max(1, Math.min(last, Math.max(12, Math.ceil(crossing * 1.5))))
}

/** Steps whose label has room, each at least `gap` of the height below the one before. The one that decides always has. */
export function labelledSteps(curve: RemovalCurve, steps: number, gap: number, decisive: number | null): readonly number[] {
  const coverageAt = (step: number) => curve.coverage[step] ?? 0
  const labelled: number[] = []
  for (let step = 1; step <= steps; step++) {
    const hasRoom = [...labelled, ...(decisive === null ? [] : [decisive])].every(
      other => Math.abs(coverageAt(other) - coverageAt(step)) >= gap,
    )
    if (hasRoom || step === decisive) labelled.push(step)
  }
  return labelled
}

export const notDrawn = (curve: RemovalCurve, steps: number) => {
  const rest = curve.removed.length - steps
  return rest > 0
    ? `The drawing stops after ${formatCount(steps)} of ${formatPlural(curve.removed.length, 'step')}; the table has them all.`
    : null
}

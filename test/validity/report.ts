/** The command that makes docs/validity.md. Started by report.mjs. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { goalsOf, validityDocument } from './document.ts'
import { WHOLE } from './lineup.ts'
import { trialsOf } from './trials.ts'
import { reproduced } from './published.ts'
import { outcomeOf } from './trial.ts'
import type { Outcome } from './trial.ts'
import { unitVerdicts } from './unit-verdicts.ts'

const UNIT_SEEDS = 10
const DOCUMENT = fileURLToPath(new URL('../../docs/validity.md', import.meta.url))

/** Gives the exit code: 0 when every goal is met, or said to be missed in the report. */
export async function makeReport(): Promise<number> {
  const outcomes: Outcome[] = []
  for await (const trial of trialsOf(WHOLE)) {
    const outcome = outcomeOf(trial)
    outcomes.push(outcome)
    console.log(`${outcomes.length}: ${outcome.style}, ${outcome.name}, ${outcome.condition}`)
  }
  const text = validityDocument(outcomes, unitVerdicts(UNIT_SEEDS), reproduced())
  await writeFile(DOCUMENT, await format(text, { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT }))
  const missed = goalsOf(outcomes).filter(({ reached, least }) => reached < least)
  console.log(
    missed.length === 0 ? 'Every goal is met.' : `Goals missed, and said so in the report: ${missed.map(({ goal }) => goal).join('; ')}.`,
  )
  return 0
}

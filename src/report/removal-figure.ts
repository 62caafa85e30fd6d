/** The removal curve as a drawing, the sentence that says what it shows, and the same numbers as a table. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { markup, nothing, table, type Markup } from './markup.ts'
import type { PersonNames } from './person-names.ts'
import { count, figure, list, percent } from './wording.ts'

const WIDTH = 680
const HEIGHT = 240
const LEFT = 44
const TOP = 14
const PLOT_WIDTH = WIDTH - LEFT - 12
const PLOT_HEIGHT = HEIGHT - TOP - 40
const LINE = 0.5
const MOST_STEPS = 100
const TICK_STEPS = [1, 2, 5, 10]

interface Curve {
  readonly coverage: readonly number[]
  /** Who leaves at each step; empty where the document does not say. */
  readonly removed: readonly string[]
  readonly isCurrent: boolean
}

function curveOf({ whole }: AnalysisDocument): Curve | null {
  if (whole.currentRemoval !== null) return { ...whole.currentRemoval, isCurrent: whole.currentTruckFactor !== null }
  if (whole.coverageCurve !== null) return { coverage: whole.coverageCurve, removed: whole.truckFactorMembers, isCurrent: false }
  return null
}

export function removalFigure(document: AnalysisDocument, names: PersonNames): Markup {
  const all = curveOf(document)
  if (all === null || all.coverage.length < 2) return nothing
  const curve = { ...all, coverage: all.coverage.slice(0, MOST_STEPS + 1), removed: all.removed.slice(0, MOST_STEPS) }
  const rows = curve.coverage.map((coverage, step) => {
    const person = step === 0 ? 'nobody yet' : (curve.removed[step - 1] ?? null)
    return {
      head: figure(step),
      cells: [step > 0 && person !== null ? names.labelOf(person) : (person ?? 'not named'), percent(coverage, 1)],
    }
  })
  return markup`<figure>
      ${drawing(curve)}
      <figcaption>${caption(document, curve, names, all.coverage.length - 1)}</figcaption>
    </figure>
    ${table({ caption: 'The removal curve in numbers', columns: [{ title: 'Step' }, { title: 'Who leaves' }, { title: 'Artifacts with an author left', kind: 'number' }], rows })}`
}

function caption({ whole }: AnalysisDocument, curve: Curve, names: PersonNames, steps: number): string {
  const who = curve.isCurrent ? 'Authors employed at the as-of date' : 'Authors of all times'
  const cut = steps > MOST_STEPS ? ` The first ${figure(MOST_STEPS)} of ${figure(steps)} steps are shown.` : ''
  const under = curve.coverage.findIndex(coverage => coverage < LINE)
  const start = `${who} are taken off one by one, the author of most artifacts first. `
  if (under < 0) return `${start}Within these steps half of the ${count(whole.artifacts, 'artifact')} keep an author.${cut}`
  if (under === 0)
    return `${start}Coverage starts under half: ${percent(curve.coverage[0] ?? 0, 1)} of the ${count(whole.artifacts, 'artifact')}.${cut}`
  const gone = curve.removed.slice(0, under)
  const whose = gone.length === under ? ` (${list(gone.map(id => names.labelOf(id)))})` : ''
  return `${start}After ${count(under, 'departure')}${whose} ${percent(curve.coverage[under] ?? 0, 1)} of the ${count(whole.artifacts, 'artifact')} have an author left.${cut}`
}

/** Steps down to the right; the table beside it says the same, so the drawing is hidden from screen readers. */
function drawing({ coverage }: Curve): Markup {
  const steps = coverage.length - 1
  const x = (step: number) => round(LEFT + (step / (steps + 1)) * PLOT_WIDTH)
  const y = (share: number) => round(TOP + (1 - share) * PLOT_HEIGHT)
  const path = coverage
    .map((share, step) => `${step === 0 ? `M${x(0)}` : `H${x(step)}`}${step === 0 ? ` ${y(share)}` : `V${y(share)}`}`)
    .join('')
  const under = coverage.findIndex(share => share < LINE)
  const markLabel = `${under === 0 ? 'from the start' : `after ${figure(under)}`}: ${percent(coverage[under] ?? 0, 1)}`
  const every = TICK_STEPS.find(size => steps / size <= 12) ?? steps
  const ticks = coverage.flatMap((_, step) => (step % every === 0 ? [step] : []))
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" class="curve" aria-hidden="true">
    ${[0, 0.25, 0.5, 0.75, 1].map(
      share =>
        markup`<path class="${share === LINE ? 'half' : 'rule'}" d="M${LEFT} ${y(share)}H${LEFT + PLOT_WIDTH}"/>
          <text x="${LEFT - 6}" y="${y(share) + 4}" text-anchor="end">${percent(share)}</text> `,
    )}
    <path class="line" d="${path}H${x(steps + 1)}"/>
    ${
      under < 0
        ? nothing
        : markup`<circle class="mark" cx="${x(under)}" cy="${y(coverage[under] ?? 0)}" r="4"/>
            <text class="label" x="${x(under) + 8}" y="${y(coverage[under] ?? 0) - 8}">${markLabel}</text>
            `
    }${ticks.map(step => markup`<text x="${x(step)}" y="${HEIGHT - 22}" text-anchor="middle">${figure(step)}</text> `)}
    <text x="${LEFT + PLOT_WIDTH / 2}" y="${HEIGHT - 5}" text-anchor="middle">people who have left</text>
  </svg>`
}

const round = (pixels: number) => Math.round(pixels * 10) / 10

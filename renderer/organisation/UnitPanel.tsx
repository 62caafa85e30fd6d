/** One unit: its figures, the rows behind its coordination, and what speaks for each side of what binds it. */
import { ChevronRight, X } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Link } from '../components/Link.tsx'
import { PeekFrame } from '../components/PeekFrame.tsx'
import { formatCount, formatDecimal, formatPlural } from '../format.ts'
import { EVERYBODY } from '../people/people-query.ts'
import { Points } from '../profile/Points.tsx'
import { FactList, type Fact } from '../systems/FactList.tsx'
import type { Figure, Unit } from './answers.ts'
import { BoundLabel } from './BoundLabel.tsx'
import { TIE_WORDS, TIES } from './figures.ts'
import { TieSwatch } from './HoursBar.tsx'
import styles from './UnitPanel.module.css'
import { BOUND_MEANING, boundMark, compressionSentence, evidenceTitles, hoursOf, promotionSentence, UNKNOWN_BECAUSE } from './unit-words.ts'

interface Props {
  unit: Unit
  /** False where the workspace shows systems and units only. */
  withPeople: boolean
  width: number
  onWidth: (width: number) => void
  onClose: () => void
  onFigure: (figure: Figure) => void
}

export function UnitPanel({ unit, withPeople, width, onWidth, onClose, onFigure }: Props) {
  return (
    <PeekFrame
      width={width}
      onWidth={onWidth}
      actions={
        <Button variant="quiet" onPress={onClose} keys="Esc">
          <X size={14} aria-hidden="true" /> Close
        </Button>
      }
    >
      <div className={styles.body} tabIndex={0} role="group" aria-label={`Unit ${unit.unit}`} data-region-focus data-scroll="unit">
        <div>
          <h2>{unit.unit.replaceAll('/', ' / ')}</h2>
          {withPeople ? (
            <Link to={{ screen: 'people', query: { ...EVERYBODY, unit: unit.unit, employed: 'yes' } }} focusName="unit-people">
              {formatPlural(unit.people, 'person', 'people')} <ChevronRight size={12} aria-hidden="true" />
            </Link>
          ) : (
            <p>{formatPlural(unit.people, 'person', 'people')}</p>
          )}
        </div>
        <Binding unit={unit} />
        <Coordination unit={unit} withPeople={withPeople} onFigure={onFigure} />
        <section>
          <h3>How it is led</h3>
          <FactList facts={factsOf(unit)} />
        </section>
        <section>
          <h3>Roles merged</h3>
          <p>{compressionSentence(unit)}</p>
        </section>
        <section>
          <h3>What is promoted</h3>
          <p>{promotionSentence(unit)}</p>
        </section>
      </div>
    </PeekFrame>
  )
}

function Binding({ unit }: { unit: Unit }) {
  const { bound } = unit
  const mark = boundMark(unit)
  if (bound === null)
    return (
      <section>
        <h3>
          Bound by <BoundLabel mark={mark} />
        </h3>
        <p>{BOUND_MEANING[mark]}</p>
      </section>
    )
  const [forIt, againstIt] = evidenceTitles(bound)
  return (
    <section className={styles.bound}>
      <h3>
        Bound by <BoundLabel mark={mark} />
      </h3>
      <p>{BOUND_MEANING[mark]}</p>
      <Points title={forIt} points={bound.evidence} none="Nothing in these files." />
      <Points title={againstIt} points={bound.against} none="Nothing in these files." />
      {bound.missing.length > 0 && <Points title="What does not tell" points={bound.missing} none="" />}
    </section>
  )
}

function Coordination({ unit, withPeople, onFigure }: Pick<Props, 'unit' | 'withPeople' | 'onFigure'>) {
  const hours = hoursOf(unit)
  return (
    <section>
      <h3>Hours of coordination</h3>
      {hours === null ? (
        <p>{UNKNOWN_BECAUSE.hours}</p>
      ) : (
        <ul className={styles.ties}>
          {TIES.map(tie => (
            <li key={tie}>
              <TieSwatch tie={tie} />
              <span>{TIE_WORDS[tie].label}</span>
              <b>{formatCount(hours[tie])} h</b>
              {withPeople && hours[tie] > 0 && (
                <Button
                  variant="quiet"
                  label={`Rows behind ${TIE_WORDS[tie].label.toLowerCase()} coordination`}
                  focusName={`tie:${tie}`}
                  onPress={() => onFigure({ kind: 'coordination', unit: unit.unit, tie })}
                >
                  Rows <ChevronRight size={12} aria-hidden="true" />
                </Button>
              )}
              <small>{TIE_WORDS[tie].meaning}</small>
            </li>
          ))}
        </ul>
      )}
      {withPeople && hours !== null && <p className={styles.quiet}>Hours that only a calendar knows have no row to open.</p>}
    </section>
  )
}

function factsOf(unit: Unit): readonly Fact[] {
  const { coordinators, crafters, governance } = unit
  const counts =
    coordinators === null || crafters === null
      ? {}
      : { note: `${formatCount(coordinators)} mostly coordinate, ${formatCount(crafters)} mostly build or enable` }
  return [
    {
      label: 'Coordination ratio',
      value: unit.coordinationRatio,
      format: formatDecimal,
      unknownBecause: UNKNOWN_BECAUSE.coordinationRatio,
      ...counts,
    },
    {
      label: 'Governance, apart',
      value: governance,
      format: formatCount,
      unknownBecause: UNKNOWN_BECAUSE.governance,
      note: 'people whose work is an obligation; in no ratio',
    },
    { label: 'Managers', value: unit.managers, format: formatCount, unknownBecause: UNKNOWN_BECAUSE.managers },
    {
      label: 'Managers per builder or enabler',
      value: unit.managerToCrafter,
      format: formatDecimal,
      unknownBecause: UNKNOWN_BECAUSE.managerToCrafter,
    },
    {
      label: 'Span',
      value: unit.span,
      format: formatDecimal,
      unknownBecause: UNKNOWN_BECAUSE.span,
      note: 'direct reports per manager who has any',
    },
    {
      label: 'Layers',
      value: unit.layers,
      format: formatCount,
      unknownBecause: UNKNOWN_BECAUSE.layers,
      note: 'people in the longest reporting line',
    },
    {
      label: 'Work to meeting',
      value: unit.workToMeeting,
      format: formatDecimal,
      unknownBecause: UNKNOWN_BECAUSE.workToMeeting,
      note: 'hours of focus or hands-on work per meeting hour',
    },
  ]
}

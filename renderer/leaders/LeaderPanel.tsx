/** One leader: each figure with its counts, its range, and the way to the rows behind it. */
import { ChevronRight, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { Link } from '../components/Link.tsx'
import { PeekFrame } from '../components/PeekFrame.tsx'
import { ShareBar } from '../components/ShareBar.tsx'
import { formatPlural } from '../format.ts'
import { personAddress } from '../navigation/address.ts'
import type { Figure } from '../organisation/answers.ts'
import { BEHAVIOUR_WORDS, BEHAVIOURS } from '../organisation/figures.ts'
import type { Leader } from './answers.ts'
import styles from './LeaderPanel.module.css'
import {
  behaviourCount,
  distanceSentence,
  FRESHNESS_UNKNOWN,
  liftSentence,
  placeSentence,
  playerCoachSentence,
  PROXIMITY_UNKNOWN,
  rangeSentence,
  untoldBecause,
} from './leader-words.ts'
import { RebuildMark } from './RebuildMark.tsx'

interface Props {
  leader: Leader
  core: readonly string[]
  width: number
  onWidth: (width: number) => void
  onClose: () => void
  onFigure: (figure: Figure) => void
}

export function LeaderPanel({ leader, core, width, onWidth, onClose, onFigure }: Props) {
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
      <div className={styles.body} tabIndex={0} role="group" aria-label={`Leader ${leader.name}`} data-region-focus data-scroll="leader">
        <div>
          <h2>{leader.name}</h2>
          <Link to={personAddress(leader.personId)} focusName="leader-profile">
            Profile <ChevronRight size={12} aria-hidden="true" />
          </Link>
          <p className={styles.place}>{placeSentence(leader)}</p>
        </div>
        <Proximity leader={leader} onFigure={onFigure} />
        <section>
          <h3>Accountable but distant</h3>
          <p>{distanceSentence(leader)}</p>
        </section>
        <section>
          <h3>Player-coach</h3>
          <p>{playerCoachSentence(leader)}</p>
        </section>
        <RebuildList leader={leader} core={core} onFigure={onFigure} />
        <section>
          <h3>Since they came</h3>
          <p>{liftSentence(leader)}</p>
        </section>
      </div>
    </PeekFrame>
  )
}

function Proximity({ leader, onFigure }: Pick<Props, 'leader' | 'onFigure'>) {
  return (
    <section>
      <h3>How near the work</h3>
      <ul className={styles.figures}>
        <li>
          <div>
            <b>Proximity</b>
            <ShareBar share={leader.proximity} unknownBecause={PROXIMITY_UNKNOWN} />
          </div>
          <p>{leader.proximity === null ? PROXIMITY_UNKNOWN : 'Mean of the three below; an unknown one counts as a half.'}</p>
        </li>
        {BEHAVIOURS.map(name => {
          const told = leader[name]
          return (
            <li key={name}>
              <div>
                <b>{BEHAVIOUR_WORDS[name].label}</b>
                <ShareBar share={told.share} unknownBecause={untoldBecause(told)} />
              </div>
              <p>{told.share === null ? untoldBecause(told) : `${behaviourCount(name, told)}; ${rangeSentence(told)}.`}</p>
              {told.rows > 0 && (
                <Rows
                  rows={told.rows}
                  of={BEHAVIOUR_WORDS[name].label}
                  name={name}
                  onPress={() => onFigure({ kind: 'behaviour', leader: leader.personId, behaviour: name })}
                />
              )}
            </li>
          )
        })}
        <li>
          <div>
            <b>Freshness</b>
            <ShareBar share={leader.freshness} unknownBecause={FRESHNESS_UNKNOWN} />
          </div>
          <p>{leader.freshness === null ? FRESHNESS_UNKNOWN : 'Weeks with hands-on work; each counts half for every 26 weeks back.'}</p>
          {leader.freshnessRows > 0 && (
            <Rows
              rows={leader.freshnessRows}
              of="Freshness"
              name="freshness"
              onPress={() => onFigure({ kind: 'freshness', leader: leader.personId })}
            />
          )}
        </li>
      </ul>
    </section>
  )
}

function RebuildList({ leader, core, onFigure }: Pick<Props, 'leader' | 'core' | 'onFigure'>) {
  const theirs = leader.owned.filter(system => core.includes(system))
  const known = new Map(leader.rebuild.map(one => [one.component, one]))
  const systems = [...new Set([...theirs, ...leader.rebuild.map(({ component }) => component)])]
  return (
    <section>
      <h3>Could they rebuild it, as far as records show?</h3>
      {systems.length === 0 ? (
        <p>No core system is theirs, and no work of theirs on one is on record.</p>
      ) : (
        <ul className={styles.rebuild}>
          {systems.map(system => {
            const cell = known.get(system)
            return (
              <li key={system}>
                <span>
                  {system}
                  {theirs.includes(system) && <small>answers for it</small>}
                </span>
                <RebuildMark verdict={cell?.verdict ?? 'no evidence'} />
                {cell !== undefined && cell.rows > 0 ? (
                  <Rows
                    rows={cell.rows}
                    of={system}
                    name={`rebuild:${system}`}
                    onPress={() => onFigure({ kind: 'rebuild', leader: leader.personId, component: system })}
                  />
                ) : (
                  <span className={styles.none}>no rows</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function Rows({ rows, of, name, onPress }: { rows: number; of: string; name: string; onPress: () => void }): ReactNode {
  return (
    <Button variant="quiet" label={`${formatPlural(rows, 'row')} behind: ${of}`} focusName={`rows:${name}`} onPress={onPress}>
      {formatPlural(rows, 'row')} <ChevronRight size={12} aria-hidden="true" />
    </Button>
  )
}

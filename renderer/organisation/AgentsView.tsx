/** Work with agents: who adopted it, who prepares it, and units whose speed outruns their reviews. */
import { ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ShareBar } from '../components/ShareBar.tsx'
import table from '../components/Table.module.css'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { BAND_MEANING } from '../people/patterns.ts'
import { FlagShape } from '../people/FlagMark.tsx'
import { steadinessWords } from '../profile/flag-words.ts'
import { Points } from '../profile/Points.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { actionsSentence, agentFigures, coverageSentence, weeksSentence } from './agents-words.ts'
import type { Agents, Figure, SpeedUnit } from './answers.ts'
import styles from './AgentsView.module.css'

interface Props {
  withPeople: boolean
  onFigure: (figure: Figure) => void
}

export function AgentsView({ withPeople, onFigure }: Props) {
  const { agents: store, workspace } = useStores()
  const { answer, failure, load } = useStore(store)
  const dataVersion = useStore(workspace, state => state.dataVersion)
  useEffect(() => void load(), [load, dataVersion])
  return (
    <div className={styles.scroll} data-scroll="agents">
      <ScreenFailure failure={failure} onRetry={() => void load()} />
      {answer === null && failure === null && <Waiting>Reading the work with agents</Waiting>}
      {answer?.agents === null && (
        <EmptyState title="Nothing on record is work of agents">
          <p>
            That says nothing of whether anybody works with them. The column <b>agent</b> of the contributions file, or contributions of the
            kinds agent_brief, agent_eval and agent_config, show who does, who prepares it, and whether reviews keep up.
          </p>
        </EmptyState>
      )}
      {answer !== null && answer.agents !== null && <Found agents={answer.agents} withPeople={withPeople} onFigure={onFigure} />}
    </div>
  )
}

function Found({ agents, withPeople, onFigure }: Props & { agents: Agents }) {
  return (
    <div className={styles.page}>
      <section className={styles.figures} aria-label="Adoption and integration">
        {agentFigures(agents).map(({ label, share, count, range, meaning }) => (
          <div key={label}>
            <h2>{label}</h2>
            <ShareBar share={share} unknownBecause="Nobody was at work in eight weeks of the window." />
            <p>
              {count} {meaning}.
            </p>
            {range !== null && <p className={styles.quiet}>95 % range {range}</p>}
          </div>
        ))}
      </section>
      <p className={styles.caption}>
        {weeksSentence(agents)} {coverageSentence(agents)} {actionsSentence(agents)}{' '}
        {withPeople && agents.rows > 0 && (
          <Button variant="quiet" onPress={() => onFigure({ kind: 'agents' })} focusName="agents-rows">
            {formatPlural(agents.rows, 'contribution')} <ChevronRight size={12} aria-hidden="true" />
          </Button>
        )}
      </p>
      <SpeedUnits agents={agents} withPeople={withPeople} onFigure={onFigure} />
      <section>
        <h2>By unit</h2>
        <div className={table.wrap} tabIndex={0} role="group" aria-label="Work with agents by unit, scrolls sideways">
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Unit</th>
                <th scope="col" className={table.number}>
                  People
                </th>
                <th scope="col" className={table.number}>
                  Work with agents
                </th>
                <th scope="col" className={table.number}>
                  With all three
                </th>
              </tr>
            </thead>
            <tbody>
              {agents.units.map(({ unit, people, adopters, integrated }) => (
                <tr key={unit}>
                  <th scope="row">{unit.replaceAll('/', ' / ')}</th>
                  <td className={table.number}>{formatCount(people)}</td>
                  <td className={table.number}>{formatCount(adopters)}</td>
                  <td className={table.number}>{formatCount(integrated)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  )
}

function SpeedUnits({ agents: { speedWithoutEyes, speedUnits }, withPeople, onFigure }: Props & { agents: Agents }) {
  return (
    <section>
      <h2>
        <FlagShape pattern="speed_without_eyes" size={14} /> Speed outruns reviews
      </h2>
      <p className={styles.caption}>
        Units where more is made with agents than before while fewer eyes look at each piece of work. It is a question about reviews, not
        about people.
      </p>
      {speedWithoutEyes === null && (
        <p>Not known: it takes contributions that say whether an agent made them, and reviews, in the last months and in those before.</p>
      )}
      {speedWithoutEyes?.length === 0 && <p>It is raised for no unit.</p>}
      <ul className={styles.cards}>
        {speedWithoutEyes?.map(unit => (
          <SpeedCard key={unit.unit} unit={unit} withPeople={withPeople} onFigure={onFigure} />
        ))}
      </ul>
      {speedWithoutEyes !== null && speedUnits !== null && speedUnits > speedWithoutEyes.length && (
        <p>
          The first {formatCount(speedWithoutEyes.length)} of {formatPlural(speedUnits, 'unit')}.
        </p>
      )}
    </section>
  )
}

function SpeedCard({ unit, withPeople, onFigure }: Props & { unit: SpeedUnit }) {
  return (
    <li className={styles.card} tabIndex={-1} data-row={unit.unit} data-focus={`speed:${unit.unit}`}>
      <div>
        <h3>{unit.unit.replaceAll('/', ' / ')}</h3>
        <p className={styles.quiet}>
          <span title={BAND_MEANING[unit.band]}>{unit.band}</span> · {formatPlural(unit.people, 'person', 'people')} ·{' '}
          {steadinessWords(unit.steadiness)}
        </p>
      </div>
      <ul className={styles.reasons}>
        {unit.reasons.map((reason, place) => (
          <li key={reason.measure}>
            <p>{reason.words}</p>
            {withPeople && reason.rows > 0 && (
              <Button
                variant="quiet"
                label={`${formatPlural(reason.rows, 'contribution')} behind: ${reason.words}`}
                focusName={`speed:${unit.unit}:${place}`}
                onPress={() => onFigure({ kind: 'speed', unit: unit.unit, reason: place })}
              >
                {formatPlural(reason.rows, 'contribution')} <ChevronRight size={12} aria-hidden="true" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.reasons}>
        <Points title="What speaks against it" points={unit.counter} none="Nothing in these files." />
        <Points title="What would change it" points={unit.wouldChange} none="Nothing is named." />
      </div>
    </li>
  )
}

/** The whole before and after. */
import type { ReactNode } from 'react'
import { formatCount, formatShareExactly } from '../format.ts'
import styles from './DepartureFigures.module.css'
import { turnsRed } from './leave-words.ts'
import type { Departure } from './answers.ts'

export function DepartureFigures({ departure }: { departure: Departure }) {
  const red = departure.components.filter(turnsRed)
  return (
    <dl className={styles.figures}>
      <Figure label="Systems that turn red" note={`of ${formatCount(departure.components.length)} that get worse`}>
        {formatCount(red.length)}
      </Figure>
      <Figure label="Artifacts left without an author" note="they have one today">
        {formatCount(departure.artifactsLost)}
      </Figure>
      <Figure label="Artifacts with an author" note="of all in scope">
        <Change change={departure.coverage} format={formatShareExactly} />
      </Figure>
      <Figure label="Truck factor" note="of those still here">
        <Change change={departure.truckFactor} format={formatCount} />
      </Figure>
    </dl>
  )
}

function Figure({ label, note, children }: { label: string; note: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{children}</b>
        <small>{note}</small>
      </dd>
    </div>
  )
}

export function Change({ change, format }: { change: { before: number | null; after: number | null }; format: (value: number) => string }) {
  const side = (value: number | null) => (value === null ? 'unknown' : format(value))
  const same = change.before === change.after
  return (
    <>
      {!same && (
        <span className={styles.before}>
          {side(change.before)}
          <span aria-hidden="true"> → </span>
          <span className="visually-hidden"> to </span>
        </span>
      )}
      {side(change.after)}
      {same && <span className={styles.same}> as before</span>}
    </>
  )
}

/** A removal curve with its caption, as drawing or as table. */
import { Table } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { RemovalChart } from './RemovalChart.tsx'
import { RemovalTable } from './RemovalTable.tsx'
import styles from './RemovalView.module.css'
import { notDrawn, removalCaption, stepsToDraw } from './removal-words.ts'
import type { Removal } from './answers.ts'

interface Props {
  removal: Removal
  asTable: boolean
  onToggle: () => void
  size: 'tall' | 'short'
}

export function RemovalView({ removal: { curve, names, line }, asTable, onToggle, size }: Props) {
  if (!curve)
    return <p className={styles.caption}>Unknown: nobody is known to be an author here, or no people file says who is still employed.</p>
  const nameOf = (id: string) => names[id] ?? id
  const caption = removalCaption(curve, nameOf, line)
  const rest = notDrawn(curve, stepsToDraw(curve, line))
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <Button pressed={asTable} onPress={onToggle} keys="T" focusName="removal-table">
          <Table size={14} aria-hidden="true" /> As a table
        </Button>
      </div>
      {asTable ? (
        <>
          <p className={styles.caption}>{caption}</p>
          <div className={styles.table} tabIndex={0} role="group" aria-label="Removal curve as a table">
            <RemovalTable curve={curve} line={line} nameOf={nameOf} />
          </div>
        </>
      ) : (
        <>
          <RemovalChart curve={curve} line={line} nameOf={nameOf} caption={caption} size={size} />
          {rest !== null && <p className={styles.rest}>{rest}</p>}
        </>
      )}
    </div>
  )
}

/** One row of a file as it stands there, before and after the fixes; a cell can be edited, the row left out. */
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import { formatCount } from '../format.ts'
import { Cell } from './ExaminedRowTable.tsx'
import { Masked } from './Masked.tsx'
import { outcomeWords } from './outcome-words.ts'
import { SeverityMark } from './ProblemList.tsx'
import styles from './RowPanel.module.css'
import type { ExaminedRow, Fix, Inspection } from './answers.ts'

interface Props {
  file: Inspection
  headers: readonly string[]
  row: ExaminedRow
  /** The column that is meant. */
  column: string | null
  onFix: (fix: Fix) => void
  onUnfix: (fix: Fix) => void
  onClose: () => void
}

export function RowPanel({ file, headers, row, column, onFix, onUnfix, onClose }: Props) {
  const [editing, setEditing] = useState<number | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const fixes = file.mapping?.fixes ?? []
  const leftOut = fixes.find(fix => fix.kind === 'leave-out' && fix.row === row.row)
  const isProtected = (header: string) => file.protectedColumns.some(protectedColumn => protectedColumn.header === header)
  return (
    <aside
      className={styles.panel}
      aria-label={`Line ${row.line}`}
      data-region="row"
      onKeyDown={event => {
        if (event.key === 'Escape' && editing === null) onClose()
      }}
    >
      <header className={styles.head}>
        <div>
          <h2 ref={title} tabIndex={-1}>
            Line {formatCount(row.line)}
          </h2>
          <p>
            As it stands in {file.file}: {outcomeWords(row)}
          </p>
        </div>
        <Button variant="quiet" label="Close the row" onPress={onClose}>
          <X size={14} aria-hidden="true" />
        </Button>
      </header>
      <div className={styles.body} data-scroll="row">
        <ul className={styles.problems}>
          {row.problems.map((problem, index) => (
            // Two problems may be alike in all they say.
            <li key={index}>
              <SeverityMark severity={problem.severity} /> {problem.message}
            </li>
          ))}
        </ul>
        {row.cells.length === 0 ? (
          <p className={styles.hint}>Its cells are not shown: a protected one may stand in a wrong place.</p>
        ) : (
          <dl className={styles.cells}>
            {headers.map((header, index) => (
              // Headers may repeat; their place tells them apart.
              <div key={index} className={classes(header === column && styles.meant)}>
                <dt>{header === '' ? 'no header' : header}</dt>
                <dd>
                  {isProtected(header) ? (
                    <Masked />
                  ) : editing === index ? (
                    <CellEdit
                      header={header}
                      value={row.after?.[index] ?? row.cells[index] ?? ''}
                      onSave={to => {
                        setEditing(null)
                        onFix({ kind: 'edit', row: row.row, column: header, to })
                      }}
                      onCancel={() => setEditing(null)}
                    />
                  ) : (
                    <>
                      <span className={styles.cell}>
                        <Cell before={row.cells[index]} after={row.after?.[index]} />
                      </span>
                      {row.row !== '' && header !== '' && (
                        <Button variant="quiet" label={`Edit ${header}`} onPress={() => setEditing(index)}>
                          Edit
                        </Button>
                      )}
                    </>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {row.surplus.length > 0 && (
          <p className={styles.hint}>
            {row.surplus.length === 1 ? 'One cell' : `${row.surplus.length} cells`} beyond the last header: {row.surplus.join(' | ')}
          </p>
        )}
      </div>
      {row.row !== '' && (
        <footer className={styles.foot}>
          {leftOut ? (
            <Button onPress={() => onUnfix(leftOut)}>Take the row in again</Button>
          ) : (
            <Button
              onPress={() => onFix({ kind: 'leave-out', row: row.row })}
              disabledReason={row.outcome === 'rejected' ? 'It stays out already.' : null}
            >
              Leave the row out
            </Button>
          )}
        </footer>
      )}
    </aside>
  )
}

interface CellEditProps {
  header: string
  value: string
  onSave: (to: string) => void
  onCancel: () => void
}

function CellEdit({ header, value, onSave, onCancel }: CellEditProps) {
  const [to, setTo] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  return (
    <form
      className={styles.edit}
      onSubmit={event => {
        event.preventDefault()
        onSave(to.trim())
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <input ref={input} aria-label={`${header} shall read`} value={to} onChange={event => setTo(event.target.value)} />
      <div>
        <Button variant="primary" onPress={() => onSave(to.trim())}>
          Save
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

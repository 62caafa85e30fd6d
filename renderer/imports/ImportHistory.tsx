/** Files that went in, the latest first, each with its way out and back. */
import { Redo2, Undo2 } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import { Link } from '../components/Link.tsx'
import { formatCount, formatDateTime } from '../format.ts'
import styles from './ImportHistory.module.css'
import { kindName } from './kind-words.ts'
import type { ImportEntry } from './answers.ts'

interface Props {
  entries: readonly ImportEntry[]
  busy: string | null
  onUndo: (id: string) => void
  onRedo: (id: string) => void
}

export function ImportHistory({ entries, busy, onUndo, onRedo }: Props) {
  return (
    <div className={styles.wrap} tabIndex={0} role="group" aria-label="History of imports, scrolls sideways">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Kind</th>
            <th scope="col">Imported</th>
            <th scope="col" className={styles.number}>
              Accepted
            </th>
            <th scope="col" className={styles.number}>
              Rejected
            </th>
            <th scope="col" className={styles.number}>
              Duplicates
            </th>
            <th scope="col" className={styles.number}>
              Warnings
            </th>
            <th scope="col">
              <span className="visually-hidden">Undo or redo</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <tr key={entry.import} className={classes(entry.undone && styles.undone)}>
              <th scope="row">
                <Link to={{ screen: 'import', import: entry.import }}>{entry.file}</Link>
                {entry.undone && <span className={styles.badge}>undone</span>}
              </th>
              <td>{kindName(entry.kind)}</td>
              <td>{formatDateTime(entry.importedAt)}</td>
              <td className={styles.number}>{formatCount(entry.accepted)}</td>
              <td className={classes(styles.number, entry.rejected > 0 && styles.bad)}>{formatCount(entry.rejected)}</td>
              <td className={styles.number}>{formatCount(entry.duplicates)}</td>
              <td className={styles.number}>{formatCount(entry.warnings)}</td>
              <td className={styles.action}>
                <Button
                  variant="quiet"
                  label={`${entry.undone ? 'Redo' : 'Undo'} the import of ${entry.file}`}
                  disabledReason={busy === null ? null : 'Another import is being undone or redone.'}
                  onPress={() => (entry.undone ? onRedo(entry.import) : onUndo(entry.import))}
                  focusName={`undo:${entry.import}`}
                >
                  {entry.undone ? <Redo2 size={14} aria-hidden="true" /> : <Undo2 size={14} aria-hidden="true" />}
                  {entry.undone ? 'Redo' : 'Undo'}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What was mended in a file, in the order it is applied: each can be taken away again. */
import { Undo2 } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { classes } from '../components/classes.ts'
import table from '../components/Table.module.css'
import { Pager } from '../components/Pager.tsx'
import { formatCount } from '../format.ts'
import { useState } from 'react'
import { placeOf } from './file-mapping.ts'
import styles from './FixList.module.css'
import { fixWords } from './problem-groups.ts'
import type { CheckedFile, Fix } from './answers.ts'

interface Props {
  file: string
  fixes: readonly Fix[]
  /** How often each applied; null while that is not known. */
  checked: CheckedFile['fixes'] | null
  /** Nothing is wrong with the file. */
  isClean: boolean
  onRemove: (fix: Fix) => void
}

const PAGE_ROWS = 100

export function FixList({ file, fixes, checked, isClean, onRemove }: Props) {
  const [page, setPage] = useState(0)
  if (fixes.length === 0)
    return (
      <div className={styles.list}>
        <EmptyState title={isClean ? 'Nothing to fix' : 'No fix was made'}>
          <p>
            {isClean
              ? `Every row of ${file} goes in as it is.`
              : 'Open a group of problems to replace values, fill blanks or edit a row. What you mend is listed here, and applied again to the next file read with the same profile.'}
          </p>
        </EmptyState>
      </div>
    )
  const applied = new Map((checked ?? []).map(use => [placeOf(use.fix), use.applied]))
  const from = Math.min(page, Math.ceil(fixes.length / PAGE_ROWS) - 1) * PAGE_ROWS
  return (
    <div className={styles.list} data-scroll="fixes" data-region="group">
      <h2>Fixes made</h2>
      <p className={styles.hint}>Applied to {file} from top to bottom, and again whenever a file is read with this mapping.</p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Fix</th>
            <th scope="col">Applied</th>
            <th scope="col">
              <span className="visually-hidden">Take away</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fixes.slice(from, from + PAGE_ROWS).map(fix => {
            const count = applied.get(placeOf(fix)) ?? null
            return (
              <tr key={placeOf(fix)}>
                <th scope="row" className={table.long}>
                  {fixWords(fix)}
                </th>
                <td className={classes(table.tight, count === 0 && styles.nothing)}>{appliedWords(count)}</td>
                <td className={styles.action}>
                  <Button variant="quiet" label={`Take away: ${fixWords(fix)}`} onPress={() => onRemove(fix)}>
                    <Undo2 size={14} aria-hidden="true" /> Take away
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Pager of="fixes" page={from / PAGE_ROWS} total={fixes.length} onPage={setPage} />
    </div>
  )
}

export function appliedWords(count: number | null): string {
  if (count === null) return 'not checked yet'
  if (count === 0) return 'found nothing'
  return count === 1 ? 'once' : `${formatCount(count)} times`
}

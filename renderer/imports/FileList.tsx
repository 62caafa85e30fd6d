/** The files on their way in, each with the state it is in. */
import { CircleCheck, CircleAlert, X } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import { formatBytes, formatPlural } from '../format.ts'
import styles from './FileList.module.css'
import { blockerOf } from './files-view.ts'
import { kindName } from './kind-words.ts'
import type { Inspection } from './answers.ts'

interface Props {
  files: readonly Inspection[]
  shown: string
  arriving: number
  onShow: (handle: string) => void
  onRemove: (handle: string) => void
}

export function FileList({ files, shown, arriving, onShow, onRemove }: Props) {
  return (
    <div className={styles.list} data-scroll="files" data-region="files">
      <ul>
        {files.map(file => {
          const blocker = blockerOf(file)
          return (
            <li key={file.handle} className={classes(styles.item, file.handle === shown && styles.current)}>
              <button type="button" aria-current={file.handle === shown || undefined} onClick={() => onShow(file.handle)}>
                {blocker === null ? (
                  <CircleCheck size={14} aria-label="Ready" className={styles.ready} />
                ) : (
                  <CircleAlert size={14} aria-label="Needs a look" className={styles.blocked} />
                )}
                <span>
                  <b>{file.file}</b>
                  <small>
                    {file.kind === null ? 'Kind not recognised' : kindName(file.kind)} · {formatBytes(file.bytes)}
                  </small>
                  {blocker !== null && <small className={styles.blocked}>{blocker}</small>}
                </span>
              </button>
              <Button variant="quiet" label={`Leave out ${file.file}`} onPress={() => onRemove(file.handle)}>
                <X size={14} aria-hidden="true" />
              </Button>
            </li>
          )
        })}
      </ul>
      {arriving > 0 && <p className={styles.note}>Looking at {formatPlural(arriving, 'more file')}</p>}
      <p className={styles.note}>Nothing is saved until you press Import. The files go in together, all or none.</p>
    </div>
  )
}

/** The third step: what is wrong with rows, in groups, and what mends them. Going on with the good rows is always possible. */
import { Download } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { saveFile } from '../components/save-file.ts'
import { formatCount, formatPlural } from '../format.ts'
import { importStep } from '../navigation/address.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { checkedFile } from './check-store.ts'
import { CheckState } from './CheckState.tsx'
import { FixList } from './FixList.tsx'
import { GroupList } from './GroupList.tsx'
import { GroupView } from './GroupView.tsx'
import { openedOf } from './problem-groups.ts'
import styles from './ProblemsStep.module.css'
import { anyRowReads, totalsOf } from './steps.ts'
import { useCheck } from './use-check.ts'
import { WizardFrame } from './WizardFrame.tsx'
import { withWords, withoutFix } from './file-mapping.ts'
import { WordPlacing } from './WordPlacing.tsx'
import type { Mapping } from './answers.ts'

export function ProblemsStep({ file: at, shown }: { file: number; shown: string | null }) {
  const { files, navigation } = useStores()
  const check = useCheck()
  const state = useStore(files)
  const { go, replace } = navigation.getState()
  const file = state.files[at]
  const checked = file && checkedFile(check.review, file.handle)
  const totals = totalsOf(check.review?.files ?? [])
  const counts = [`${formatCount(totals.rejected)} stay out`, formatPlural(totals.warnings, 'warning')]
  const status = check.isChecking ? 'Checking' : check.review ? counts.join(' · ') : null
  const { checkedKey } = check
  // What was pressed may have gone with the problem it mended: the keyboard goes on at the list.
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-region=groups] [aria-current]')?.focus()
  }, [checkedKey])

  const remap = (next: Mapping) => file && void state.remap(file.handle, next)
  const exportRows = async () => {
    const rejected = file && (await check.rejectedOf(file.handle))
    if (rejected) saveFile(rejected.name, rejected.text)
  }
  const opened = checked && openedOf(checked, shown)
  return (
    <WizardFrame
      step="problems"
      files={state.files}
      file={at}
      status={status}
      said={
        check.isChecking
          ? 'Checking the files'
          : check.isCurrent
            ? `Checked: ${formatCount(totals.accepted)} go in, ${counts.join(', ')}.`
            : ''
      }
      actions={
        <>
          <Button
            onPress={() => void exportRows()}
            disabledReason={exportBlocker(check.isCurrent, check.exporting !== null, checked?.rejected ?? 0)}
            focusName="export-rows"
          >
            <Download size={14} aria-hidden="true" /> Export problem rows
          </Button>
          <Button
            variant="primary"
            onPress={() => go(importStep('review', at))}
            disabledReason={
              check.isCurrent ? (anyRowReads(check.review?.files ?? []) ? null : 'No row would go in.') : 'The files are not checked yet.'
            }
            focusName="go-on"
          >
            {check.review && totals.accepted > 0 ? `Continue with ${formatPlural(totals.accepted, 'row')}` : 'Continue'}
          </Button>
        </>
      }
    >
      <ScreenFailure failure={state.failure} />
      <CheckState check={check} files={state.files.length} />
      {check.review && (
        <div className={styles.split} aria-busy={check.isChecking}>
          <GroupList
            files={state.files}
            review={check.review}
            file={at}
            opened={opened ?? null}
            onOpen={(index, name) => replace(importStep('problems', index, name))}
          />
          {file?.mapping && checked && opened?.kind === 'fixes' && (
            <FixList
              file={file.file}
              fixes={file.mapping.fixes ?? []}
              checked={check.isCurrent ? checked.fixes : null}
              isClean={checked.groups.length === 0}
              onRemove={fix => file.mapping && remap(withoutFix(file.mapping, fix))}
            />
          )}
          {file?.mapping && opened?.kind === 'words' && (
            <WordPlacing
              key={`${file.handle} ${opened.field}`}
              kind={file.mapping.kind}
              field={opened.field}
              words={opened.words}
              allWords={checked?.words ?? []}
              onPlace={meant => file.mapping && remap(withWords(file.mapping, opened.field, meant))}
            />
          )}
          {file && opened?.kind === 'group' && <GroupView file={file} group={opened.group} check={check} onMapping={remap} />}
        </div>
      )}
    </WizardFrame>
  )
}

function exportBlocker(isCurrent: boolean, isExporting: boolean, rejected: number): string | null {
  if (isExporting) return 'It is being put together.'
  if (!isCurrent) return 'The files are not checked yet.'
  return rejected === 0 ? 'No row of this file stays out.' : null
}

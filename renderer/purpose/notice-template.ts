/** A notice to the people concerned, to be copied, read by somebody who knows the law that applies, and sent. */
import { formatDate } from '../format.ts'

export interface NoticeFacts {
  readonly purpose: string
  readonly legalBasis: string
  /** YYYY-MM-DD, or empty. */
  readonly noticeDate: string
}

const orGap = (text: string, gap: string) => (text.trim() === '' ? `[${gap}]` : text.trim())

export function noticeText({ purpose, legalBasis, noticeDate }: NoticeFacts): string {
  return [
    'Notice: analysis of work records',
    '',
    `From ${noticeDate === '' ? '[date]' : formatDate(noticeDate)} we analyse records of work in our own systems: who changed, reviewed or decided what, and when; and from the HR system who works where, in which role.`,
    '',
    `Purpose: ${orGap(purpose, 'purpose')}`,
    `Legal basis: ${orGap(legalBasis, 'legal basis')}`,
    'Responsible: [name and contact]',
    'Data protection officer: [name and contact]',
    'Kept until: [date or period]',
    '',
    'The records are analysed with Switchyard on a computer of ours. They are not sent anywhere. The result is questions for conversations about systems and work, not ratings: no decision about a person is taken automatically, and people are not ranked.',
    '',
    'You may see what is held about you, have it corrected, add a statement of your own, object, and complain to a supervisory authority. Write to: [contact].',
  ].join('\n')
}

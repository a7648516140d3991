'use client'
import { SetStepNav } from '@payloadcms/ui'
import { useMemo } from 'react'

import type { Words } from '../../translations/index.ts'
import type { Addresses } from './addresses.ts'

interface IssueStepsProps {
  /** Name of the view. */
  label: string
  /** Title of the issue, once it is known. */
  title: string | undefined
  addresses: Addresses
  words: Words
}

/** The way back, in Payload's bread crumbs: issues, this issue, this view. */
export function IssueSteps({ label, title, addresses, words }: IssueStepsProps) {
  const { issues, issue } = addresses
  const list = words.labels['issues.many']
  const nav = useMemo(
    () => [{ label: list, url: issues }, { label: title ?? '…', url: issue }, { label }],
    [list, issues, issue, title, label],
  )
  return <SetStepNav nav={nav} />
}

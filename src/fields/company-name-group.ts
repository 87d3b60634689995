import { type Comparison, defineComparison, glanceAtCode } from '../model/field-type.ts'
import type { CompanyName } from '../normalize/company-name.ts'
import { findDivisions } from '../normalize/divisions.ts'
import { foldKey } from '../text/fold.ts'
import { endsInPair, indexOfPair } from '../text/index-of-pair.ts'

export const GROUP = '集团'

/**
 * The group of which a name says it is: 中铁十二局集团 of 中铁十二局集团电气化工程有限公司, 恒通集团 of 恒通（集团）有限公司; '' none. A
 * branch is that of its parent.
 */
export function groupOf({ text, branch, brand, isGroup }: CompanyName): string {
  if (branch !== '') return ''
  const at = indexOfPair(text, GROUP, 2)
  if (at >= 0) return foldKey(text.slice(0, at + GROUP.length))
  return isGroup && brand !== '' ? foldKey(brand) + GROUP : ''
}

/**
 * What a full name with 集团 in it is: the group itself, with or without a place in its name; a member that names its trade
 * behind 集团; or one that names only a place there.
 */
export const MEMBERSHIP = { head: '首', placedHead: '首地', member: '员', regional: '域' } as const

const COMPANY_END = /(?:控股)?(?:股份)?(?:有限)?(?:责任)?(?:总)?公司$/

/** 恒通集团有限公司 is the group, 恒通集团锅炉有限公司 one of its members; '' where the name does not show it. */
export function membershipOf({ text, branch, divisions }: CompanyName): string {
  const at = indexOfPair(text, GROUP, 2)
  if (at < 0 || branch !== '' || !endsInPair(text, '公司')) return ''
  const said = text.slice(at + GROUP.length).replace(COMPANY_END, '')
  if (said === '') return divisions.length === 0 ? MEMBERSHIP.head : MEMBERSHIP.placedHead
  return findDivisions(said).length > 0 ? MEMBERSHIP.regional : MEMBERSHIP.member
}

/** A group and its member are two customers, as a branch and its parent are. */
export const groupMember: Comparison = defineComparison<string>({
  name: 'groupMember',
  label: { zh: '集团或成员的身份', en: 'standing in the group' },
  parts: ['membership'],
  shown: 'name',
  levels: [
    {
      name: 'member',
      label: {
        zh: '集团与其成员：“{left}”与“{right}”',
        en: 'a group and its member: “{left}”, “{right}”',
      },
    },
    { name: 'same', label: { zh: '同为集团或同为成员', en: 'both the group itself, or both members' } },
  ],
  glance: glanceAtCode('membership', 1),
  prepare: ([text]) => text,
  level: (left, right) => (isMember(left, right) || isMember(right, left) ? 0 : 1),
  vetoes: { member: 'group' },
})

/** A place behind 集团 is the group's own where its name has one: 恒通集团（天津）股份有限公司 without its brackets. */
function isMember(one: string, other: string): boolean {
  const { head, placedHead, member, regional } = MEMBERSHIP
  return (
    (one === head && (other === member || other === regional)) || (one === placedHead && other === member)
  )
}

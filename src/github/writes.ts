import * as v from 'valibot'
import { issueName } from '../issue-ref.ts'
import type { Issue, IssueRef } from '../model.ts'
import { issuePath, ownerAndName, type RestClient } from './api.ts'
import { createdIssueOf } from './schemas.ts'

/** The calls that change something on GitHub. Every one throws `ServiceError`. */
export type IssueWrites = {
  /**
   * It is never sent twice. After a lost answer, look for an issue with the marker. `type` is the name of an issue type of
   * the owner.
   */
  createIssue: (
    repository: string,
    draft: { title: string; body: string; labels: string[]; type?: string },
  ) => Promise<Issue>
  comment: (ref: IssueRef, body: string) => Promise<void>
  addLabels: (ref: IssueRef, labels: string[]) => Promise<void>
  closeIssue: (ref: IssueRef, reason: 'completed' | 'duplicate') => Promise<void>
}

/** Makes the calls that change something. Labels and closings may be sent twice; an issue and a comment never are. */
export function createIssueWrites({ send }: Pick<RestClient, 'send'>): IssueWrites {
  return {
    createIssue: (repository, draft) =>
      send(
        {
          route: 'POST /repos/{owner}/{repo}/issues',
          parameters: { ...ownerAndName(repository), ...draft },
          what: `create the issue in ${repository}`,
        },
        createdIssueOf(repository),
      ),

    async comment(ref, body) {
      await send(
        {
          route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
          parameters: { ...issuePath(ref), body },
          what: `comment on ${issueName(ref)}`,
        },
        v.object({ id: v.number() }),
      )
    },

    async addLabels(ref, labels) {
      await send(
        {
          route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
          parameters: { ...issuePath(ref), labels },
          idempotent: true,
          what: `label ${issueName(ref)}`,
        },
        v.array(v.unknown()),
      )
    },

    async closeIssue(ref, reason) {
      await send(
        {
          route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
          parameters: { ...issuePath(ref), state: 'closed', state_reason: reason },
          idempotent: true,
          what: `close ${issueName(ref)}`,
        },
        v.object({ state: v.literal('closed') }),
      )
    },
  }
}

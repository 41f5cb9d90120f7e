import * as v from 'valibot'
import { issueName } from '../issue-ref.ts'
import type { Issue, IssueRef } from '../model.ts'
import { ServiceError } from '../service-error.ts'
import { issuePath, ownerAndName, type RestClient } from './api.ts'
import { createdIssueOf } from './schemas.ts'

/** Reactions to a comment, by GitHub's names: `eyes` is 👀, `confused` is 😕. */
export type Reaction = 'eyes' | 'confused'

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
  /** Gives the id of the new comment. It is never sent twice. */
  comment: (ref: IssueRef, body: string) => Promise<number>
  /** A comment that is gone already is no error. */
  deleteComment: (repository: string, id: number) => Promise<void>
  /** Reacts to a comment. GitHub keeps one reaction of a kind for each user, so it may be sent twice. */
  react: (comment: { repository: string; id: number }, reaction: Reaction) => Promise<void>
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
      const { id } = await send(
        {
          route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
          parameters: { ...issuePath(ref), body },
          what: `comment on ${issueName(ref)}`,
        },
        v.object({ id: v.number() }),
      )
      return id
    },

    async deleteComment(repository, id) {
      try {
        await send(
          {
            route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
            parameters: { ...ownerAndName(repository), comment_id: id },
            idempotent: true,
            what: `delete the comment ${id} in ${repository}`,
          },
          v.unknown(),
        )
      } catch (error) {
        if (!(error instanceof ServiceError && error.status === 404)) throw error
      }
    },

    async react({ repository, id }, content) {
      await send(
        {
          route: 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
          parameters: { ...ownerAndName(repository), comment_id: id, content },
          idempotent: true,
          what: `react to the comment ${id} in ${repository}`,
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

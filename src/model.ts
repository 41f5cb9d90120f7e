/**
 * The types that both services' code shares, in each service's own words. FreeScout has tickets (API: conversations),
 * threads, notes, tags and custom fields. GitHub has issues, labels and comments.
 */

/** Who wrote a ticket or a thread. `email` is personal data: never log it. */
export type Person = {
  id: number
  type: 'user' | 'customer'
  firstName: string | null
  lastName: string | null
  email: string | null
}

/** A file on a thread. Its URL is left out on purpose: it carries an access token of FreeScout's storage. */
export type Attachment = { name: string; bytes: number }

/** One entry of a ticket's history. `body` is raw, unsanitised HTML; system lines (`lineitem`) have none. */
export type Thread = {
  id: number
  type: 'customer' | 'message' | 'note' | 'lineitem' | (string & {})
  state: 'draft' | 'published' | 'deleted' | (string & {})
  body: string
  /** What a system line records, such as `moved-from-mailbox`; empty for what people wrote. */
  action: string
  createdBy: Person | null
  /** ISO 8601, UTC. */
  createdAt: string
  attachments: Attachment[]
}

/** A custom field as a ticket carries it. Ids belong to one mailbox. A dropdown's label is in `text`. */
export type CustomField = { id: number; name: string; value: string; text: string }

/** A FreeScout conversation, read with its threads and tags. */
export type Ticket = {
  id: number
  /** The number people see; another counter than `id` on many installations. */
  number: number
  subject: string
  status: 'active' | 'pending' | 'closed' | 'spam' | (string & {})
  state: 'draft' | 'published' | 'deleted' | (string & {})
  mailboxId: number
  createdAt: string
  updatedAt: string
  /** The beginning of the newest message or note as plain text, as lists show it. */
  preview: string
  /** When it was last closed; stays set after a reopening, so read `status` as well. */
  closedAt: string | null
  createdBy: Person | null
  /** Who closed it, while it is closed; `null` after a reopening, and when a customer or nobody did. */
  closedBy: Person | null
  customer: Person | null
  /** How it came in: `{type: "api", via: "user"}` is a ticket that a user made through the API. */
  source: { type: string; via: string }
  /** Lower-cased and trimmed by FreeScout. `null` when FreeScout did not send them, so they are not known. */
  tags: string[] | null
  /** `null` when the Custom Fields module is off. */
  fields: CustomField[] | null
  /** Newest first, but only to the second. `threads.ts` has the functions for which the order matters. */
  threads: Thread[]
}

/** A FreeScout mailbox. */
export type Mailbox = { id: number; name: string; email: string }

/** Which issue: the pair `repository` (`owner/name`) and `number` is its identity, `url` its page. */
export type IssueRef = { repository: string; number: number; url: string }

/** An issue with its title, as notes name it. */
export type TitledIssue = IssueRef & { title: string }

/** An issue as GitHub gives it. */
export type Issue = TitledIssue & {
  body: string
  state: 'open' | 'closed'
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null
  labels: string[]
  /** The name of its type; `null` when it has none, or the owner has no issue types. */
  type: string | null
  author: Author
  createdAt: string
  closedAt: string | null
}

/** Who wrote an issue or a comment. `association` is GitHub's `author_association`, such as `MEMBER`. */
export type Author = { login: string; association: string }

/**
 * A comment on an issue. `url` is its place on the issue's page. `updatedAt` differs from `createdAt` once its text was
 * edited. `reactions` are GitHub's names of the reactions that it has, such as `eyes`.
 */
export type Comment = {
  id: number
  body: string
  author: Author
  url: string
  createdAt: string
  updatedAt: string
  reactions: string[]
}

/** A comment with the number of the issue or pull request that it is on. */
export type IssueComment = Comment & { issueNumber: number; isOnPullRequest: boolean }

/** Something that happened to an issue: `labeled` and `unlabeled` name the label. Ids ascend with time. */
export type IssueEvent = { id: number; event: string; label: string; createdAt: string }

/**
 * The newest closing or reopening of an issue: who did it, and the pull request or commit that closed it. `by` is
 * `undefined` when the account is deleted. `sha` is a full commit id. A pull request may be in another repository.
 */
export type StateChange = { by: string | undefined; through: Closer | undefined }
export type Closer =
  | { kind: 'pull-request'; repository: string; number: number; url: string }
  | { kind: 'commit'; sha: string; url: string }

/** A repository, and who can read it: by default, only a `private` one gets a ticket's text. */
export type Repository = { name: string; visibility: 'public' | 'internal' | 'private' }

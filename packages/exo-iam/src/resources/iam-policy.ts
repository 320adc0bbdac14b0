// The JSON of an IAM policy. Schema: iam-policy.

/** A policy, as the API takes it. */
export interface IamPolicy {
  /** What holds for a class that `services` does not list. */
  readonly 'default-service-strategy': 'allow' | 'deny';
  /** By service class: `compute`, `iam`, `sos`, … */
  readonly services: Readonly<Record<string, IamServicePolicy>>;
}

/** What holds for one class. */
export type IamServicePolicy =
  | { readonly type: 'allow' }
  | { readonly type: 'deny' }
  | { readonly type: 'rules'; readonly rules: readonly IamRule[] };

/** The first rule whose expression is true decides; when none is, the request is denied. */
export interface IamRule {
  readonly action: 'allow' | 'deny';
  /** A CEL expression. */
  readonly expression: string;
}

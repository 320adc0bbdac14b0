// What a fault can be.

/** Scripted misbehavior: which requests are affected, and how. */
export interface Fault {
  /** Name of the operation: `create-api-key`. Conditions left out match every request. */
  readonly operation?: string;
  readonly method?: string;
  /** The whole raw path, or a pattern found in it. */
  readonly path?: string | RegExp;
  /** How many matching requests pass first. Default 0. */
  readonly after?: number;
  /** How many requests it affects. Default 1; `Infinity` for all. */
  readonly times?: number;
  /**
   * Sends this answer, and the request has no effect. A string body is sent unchanged. Cannot be combined with
   * `dropConnection`.
   */
  readonly respond?: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: object | string;
  };
  /** `before`: the request has no effect. `after`: it has, and only the answer is lost. */
  readonly dropConnection?: 'before' | 'after';
  /** Delays the request first. */
  readonly delayMs?: number;
}

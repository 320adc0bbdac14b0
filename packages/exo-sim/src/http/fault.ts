// What a fault can be.

/** Scripted misbehavior: which requests are struck, and how. */
export interface Fault {
  /** Name of the operation: `create-api-key`. Conditions left out match every request. */
  readonly operation?: string;
  readonly method?: string;
  /** The whole raw path, or a pattern found in it. */
  readonly path?: string | RegExp;
  /** How many matching requests pass first; 0 unless given. */
  readonly after?: number;
  /** How many requests it strikes; 1 unless given, `Infinity` for all. */
  readonly times?: number;
  /**
   * Answers this, and the request takes no effect. A string body goes out as it is. Not beside
   * `dropConnection`.
   */
  readonly respond?: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: object | string;
  };
  /** `before`: the request never took effect. `after`: it did, and only the answer is lost. */
  readonly dropConnection?: 'before' | 'after';
  /** Waits first. */
  readonly delayMs?: number;
}

// What a part of the interoperability run is: something of others that judges something of ours.

export interface Part {
  /** As `--only` knows it, and the name of its folder. */
  readonly name: string;
  /** One line: who judges what. */
  readonly title: string;
  run(context: InteropContext): Promise<PartResult>;
}

export interface PartResult {
  /** At least one: a part that checked nothing has failed. */
  readonly checks: readonly Check[];
  /** What a reader should know beside the counts, such as a known difference. */
  readonly notes?: readonly string[];
}

export interface Check {
  readonly name: string;
  readonly passed: boolean;
  /** What was seen and what was expected; printed where the check failed. */
  readonly detail?: string;
}

export interface InteropContext {
  /** The repository's root. */
  readonly root: string;
  /** Git-ignored folder for downloads and builds, kept between runs. */
  readonly cache: string;
  /** The official OpenAPI specification, where one was given. */
  readonly spec: string | undefined;
  /** Leave temporary folders behind, for a look. */
  readonly keep: boolean;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

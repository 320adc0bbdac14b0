// What a command may touch of the process it runs in.

/** Environment variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One of the three standard streams, as a command sees it. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface Context {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly stdin: NodeJS.ReadStream;
  /** Results alone. */
  readonly stdout: OutputStream;
  /** Everything else. */
  readonly stderr: OutputStream;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  readonly fetch: typeof fetch;
  /** Aborts on the first signal, with an `InterruptedError`. `exec` replaces it while its command runs. */
  readonly signal: AbortSignal;
}

/** Options that every command has. */
export interface GlobalOptions {
  readonly zone?: string;
  readonly endpoint?: string;
  readonly useAccount?: string;
  readonly config?: string;
  readonly outputFormat: OutputFormat;
  readonly quiet: boolean;
  readonly yes: boolean;
  readonly force: boolean;
  readonly debug: boolean;
}

export const outputFormats = ['table', 'json', 'text'] as const;
export type OutputFormat = (typeof outputFormats)[number];

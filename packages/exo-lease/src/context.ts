// What a command may touch of the process it runs in.

/** Environment variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One of the three standard streams, as a command sees it. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string, done?: (error?: Error | null) => void): unknown;
}

export interface SignalReceiver {
  /** Passes signals to a handler from now on. Undefined passes them to `signal` again. */
  redirect(handler: ((signal: NodeJS.Signals) => void) | undefined): void;
}

export interface Context {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly stdin: NodeJS.ReadStream;
  /** Results only. */
  readonly stdout: OutputStream;
  /** Everything else. */
  readonly stderr: OutputStream;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  readonly fetch: typeof fetch;
  /** Aborts on the first signal, with an `InterruptedError`. */
  readonly signal: AbortSignal;
  readonly signals: SignalReceiver;
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

// A workflow's job and an action's metadata, checked but not evaluated: every string may still hold
// expressions.

export type Templates = Readonly<Record<string, string>>;

export interface RunDefaults {
  readonly shell?: string;
  readonly workingDirectory?: string;
}

interface StepBase {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly if: string | undefined;
  readonly env: Templates;
  readonly continueOnError: string | undefined;
  readonly timeoutMinutes: string | undefined;
}

export interface RunStep extends StepBase {
  readonly kind: 'run';
  readonly run: string;
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
}

export interface UsesStep extends StepBase {
  readonly kind: 'uses';
  readonly uses: string;
  readonly with: Templates;
}

export type Step = RunStep | UsesStep;

export interface Strategy {
  /** A mapping of lists, or an expression that yields one. */
  readonly matrix: unknown;
  readonly failFast: string | undefined;
}

export interface Job {
  readonly id: string;
  readonly name: string | undefined;
  readonly if: string | undefined;
  readonly needs: readonly string[];
  /** Whether the job may ask for OIDC tokens. */
  readonly writesIdToken: boolean;
  /** The name of its environment, which may hold expressions. */
  readonly environment: string | undefined;
  readonly env: Templates;
  readonly outputs: Templates;
  readonly runDefaults: RunDefaults;
  readonly timeoutMinutes: string | undefined;
  readonly strategy: Strategy;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly name: string | undefined;
  readonly env: Templates;
  readonly runDefaults: RunDefaults;
  /** Defaults of `on.workflow_dispatch.inputs`. */
  readonly inputDefaults: Readonly<Record<string, unknown>>;
  readonly job: Job;
}

export interface ActionInput {
  readonly name: string;
  readonly default: string | undefined;
  readonly deprecationMessage: string | undefined;
}

interface ActionBase {
  readonly name: string;
  /** Where its action.yml lies. */
  readonly directory: string;
  readonly inputs: readonly ActionInput[];
}

export interface NodeAction extends ActionBase {
  readonly using: 'node';
  readonly main: string;
  readonly pre: string | undefined;
  readonly preIf: string | undefined;
  readonly post: string | undefined;
  readonly postIf: string | undefined;
}

export interface CompositeAction extends ActionBase {
  readonly using: 'composite';
  readonly steps: readonly Step[];
  readonly outputs: Templates;
}

export type Action = NodeAction | CompositeAction;

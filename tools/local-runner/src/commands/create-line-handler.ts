// Handles a step's output line by line: runs workflow commands and logs the rest. One per phase, as on GitHub:
// `stop-commands` does not outlive the process that asked for it.
import type { Annotation, AnnotationLevel } from '../job-result.ts';
import type { JobLog } from '../log/job-log.ts';
import type { SecretMasks } from '../masks/secret-masks.ts';
import { parseCommand } from './parse-command.ts';
import type { WorkflowCommand } from './parse-command.ts';

export interface LineEffects {
  readonly log: JobLog;
  readonly masks: SecretMasks;
  readonly debug: boolean;
  annotate(annotation: Omit<Annotation, 'step'>): void;
  /** A command that cannot be carried out fails the step. */
  fail(message: string): void;
}

const ignored = new Set(['add-matcher', 'remove-matcher', 'echo']);
const legacy: Readonly<Record<string, string>> = {
  'set-output': 'GITHUB_OUTPUT',
  'save-state': 'GITHUB_STATE',
};
const disabled: Readonly<Record<string, string>> = {
  'set-env': 'GITHUB_ENV',
  'add-path': 'GITHUB_PATH',
};

export interface LineHandler {
  readonly take: (line: string) => void;
  /** Closes the groups the process left open. */
  end(): void;
}

export function createLineHandler(effects: LineEffects): LineHandler {
  const { log } = effects;
  let resumeToken: string | undefined;
  let openGroups = 0;

  const take = (line: string): void => {
    const command = parseCommand(line);
    if (resumeToken !== undefined) {
      if (command?.name === resumeToken) resumeToken = undefined;
      log.line(line);
    } else if (command?.name === 'stop-commands') {
      log.line(line);
      if (command.data === '') effects.fail('::stop-commands:: came without a token.');
      else resumeToken = command.data.toLowerCase();
    } else if (command?.name === 'group') {
      log.openGroup(command.data);
      openGroups += 1;
    } else if (command?.name === 'endgroup') {
      endGroup();
    } else if (!command || !carryOut(command, effects)) {
      log.line(line);
    }
  };

  const endGroup = (): void => {
    if (openGroups > 0) {
      log.closeGroup();
      openGroups -= 1;
    }
  };

  return {
    take,
    end() {
      for (; openGroups > 0; openGroups -= 1) log.closeGroup();
    },
  };
}

/** False if GitHub does not know the command, so that the line is plain output. */
function carryOut(command: WorkflowCommand, effects: LineEffects): boolean {
  const { name, data } = command;
  const { log } = effects;
  if (name === 'add-mask') {
    if (!effects.masks.add(data)) {
      const message = "Can't add secret mask for empty string in ##[add-mask] command.";
      effects.annotate({ level: 'warning', message });
    }
  } else if (name === 'error' || name === 'warning' || name === 'notice') {
    effects.annotate(toAnnotation(name, command));
  } else if (name === 'debug') {
    if (effects.debug) log.line(`##[debug]${data}`, 'magenta');
  } else if (legacy[name] !== undefined) {
    const message = `::${name}:: is ignored by the local runner. Write to the file ${legacy[name]} names.`;
    effects.annotate({ level: 'warning', message });
  } else if (disabled[name] !== undefined) {
    effects.fail(`The ::${name}:: command is disabled. Write to the file ${disabled[name]} names.`);
  } else {
    return ignored.has(name);
  }
  return true;
}

function toAnnotation(
  level: AnnotationLevel,
  { properties, data }: WorkflowCommand,
): Omit<Annotation, 'step'> {
  const { title, file, line } = properties;
  return {
    level,
    message: data,
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}

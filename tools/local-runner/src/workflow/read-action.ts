// Reads an action.yml.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'yaml';

import { LocalRunnerError } from '../errors.ts';
import { messageOf } from '../message-of.ts';
import { readSteps } from './read-steps.ts';
import type { Action, ActionInput, Templates } from './types.ts';
import { checkKeys, childMapping, optionalText, requiredText, toMapping } from './yaml-values.ts';
import type { YamlMapping } from './yaml-values.ts';

const nodeKeys = ['using', 'main', 'pre', 'pre-if', 'post', 'post-if'];

/** @throws {LocalRunnerError} ACTION_NOT_FOUND, ACTION_INVALID or UNSUPPORTED. */
export async function readAction(directory: string): Promise<Action> {
  const { file, text } = await readMetadata(directory);
  const root = toMapping(parseYaml(file, text), { where: file, code: 'ACTION_INVALID' });
  const runs = childMapping(root, 'runs');
  const base = {
    name: optionalText(root, 'name') ?? directory,
    directory,
    inputs: readInputs(childMapping(root, 'inputs')),
  };
  const using = requiredText(runs, 'using');
  if (using === 'composite') {
    checkKeys(runs, { known: ['using', 'steps'] });
    const outputs = readOutputs(childMapping(root, 'outputs'));
    return { ...base, using, steps: readSteps(runs, { shellRequired: true }), outputs };
  }
  if (using !== 'node20' && using !== 'node24') {
    const message = `${file} uses ${using}. Supported are node20, node24 and composite.`;
    throw new LocalRunnerError('UNSUPPORTED', message);
  }
  checkKeys(runs, { known: nodeKeys });
  return {
    ...base,
    using: 'node',
    main: requiredText(runs, 'main'),
    pre: optionalText(runs, 'pre'),
    preIf: optionalText(runs, 'pre-if'),
    post: optionalText(runs, 'post'),
    postIf: optionalText(runs, 'post-if'),
  };
}

async function readMetadata(directory: string): Promise<{ file: string; text: string }> {
  for (const name of ['action.yml', 'action.yaml']) {
    const file = join(directory, name);
    try {
      return { file, text: await readFile(file, 'utf8') };
    } catch {
      // Tries the other name. The error below has both.
    }
  }
  const message = `The action in ${directory} was not found. Expected an action.yml or action.yaml there.`;
  throw new LocalRunnerError('ACTION_NOT_FOUND', message);
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (cause) {
    const reason = messageOf(cause);
    throw new LocalRunnerError('ACTION_INVALID', `${file} is not valid YAML. ${reason}`, { cause });
  }
}

function readInputs(inputs: YamlMapping): readonly ActionInput[] {
  return Object.keys(inputs.values).map((name) => {
    const input = childMapping(inputs, name);
    return {
      name,
      default: optionalText(input, 'default'),
      deprecationMessage: optionalText(input, 'deprecationMessage'),
    };
  });
}

function readOutputs(outputs: YamlMapping): Templates {
  const names = Object.keys(outputs.values);
  return Object.fromEntries(
    names.map((name) => [name, optionalText(childMapping(outputs, name), 'value') ?? '']),
  );
}

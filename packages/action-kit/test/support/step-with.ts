// A step with inputs, with only the parts that the readers of inputs need.
import * as core from '@actions/core';

import type { Step } from '../../src/step.ts';

export function stepWith(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Step & { readonly masked: readonly string[] } {
  const masked: string[] = [];
  const toolkit: typeof core = {
    ...core,
    getInput: (name) => inputs[name] ?? '',
    setSecret: (secret) => void masked.push(secret),
  };
  return { core: toolkit, env, signal: new AbortController().signal, masked };
}

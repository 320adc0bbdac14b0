// What actions use of @actions/core. Named one by one, so that a bundler can leave the rest out: its HTTP
// client, which only OpenID Connect needs, is four fifths of the whole.
import type * as core from '@actions/core';
import {
  debug,
  error,
  exportVariable,
  getInput,
  getState,
  info,
  isDebug,
  notice,
  saveState,
  setOutput,
  setSecret,
  summary,
  warning,
} from '@actions/core';

export type Toolkit = Pick<
  typeof core,
  | 'debug'
  | 'error'
  | 'exportVariable'
  | 'getInput'
  | 'getState'
  | 'info'
  | 'isDebug'
  | 'notice'
  | 'saveState'
  | 'setOutput'
  | 'setSecret'
  | 'summary'
  | 'warning'
>;

export const toolkit: Toolkit = {
  debug,
  error,
  exportVariable,
  getInput,
  getState,
  info,
  isDebug,
  notice,
  saveState,
  setOutput,
  setSecret,
  summary,
  warning,
};

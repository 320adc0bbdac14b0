// What of the environment the child processes see. `npm test` exports npm's whole configuration as
// npm_config_*, which a second npm takes for orders: a prefix, a workspace or a dry run of the outer
// command must not apply to the inner one.

// Where packages come from and how they are reached is the user's business and is passed on.
const passedOn =
  /^npm_config_(?:(?:https?_)?proxy|noproxy|registry|cafile|ca|cert|key|strict_ssl|cache|userconfig|globalconfig|loglevel|offline|prefer_offline|@.*|\/\/.*)$/i;

// The tools report nothing home and look for no newer versions of themselves.
const quiet = {
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  npm_config_update_notifier: 'false',
};

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(environment) {
  const entries = Object.entries(environment).filter(([name, value]) => {
    if (/^npm_config_/i.test(name)) return value !== '' && passedOn.test(name);
    return name !== 'INIT_CWD' && !/^npm_/i.test(name);
  });
  return { ...Object.fromEntries(entries), ...quiet };
}

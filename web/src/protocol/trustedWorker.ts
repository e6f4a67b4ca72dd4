// Trusted Types: the only policy of our pages lets one script become a worker, the first that is asked for.
type Policy = { createScriptURL(url: string): unknown };
type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy };

// A policy's name can be used once.
let policy: Policy | undefined;

export function trustedWorker(script: string): Worker {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types?.createPolicy('minhtin-worker', {
    createScriptURL(url) {
      if (url !== script) throw new TypeError('not our worker');
      return url;
    },
  });
  return new Worker((policy?.createScriptURL(script) ?? script) as string, { type: 'module' });
}

// Runs writeVectors.ts through vite, which knows TypeScript; node 20 does not.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tests/protocol/writeVectors.ts');
await module.writeVectors();

// The smallest page with the worker in it, for browser.test.ts.
import { readSheet } from 'read-excel-file/universal';
import { startProtocol, type Protocol } from '../../../src/protocol/client';

declare global {
  interface Window {
    protocol: Protocol;
    readSheet: (file: Blob) => Promise<unknown>;
    violations: string[];
  }
}

window.violations = [];
document.addEventListener('securitypolicyviolation', (e) => window.violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
window.readSheet = (file) => readSheet(file);
window.protocol = startProtocol();

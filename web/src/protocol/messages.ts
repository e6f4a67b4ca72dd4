// What passes between a page and the worker.
import type { Code } from './refusal';
import type { TaskName } from './tasks';

export type Request =
  | { readonly kind: 'start'; readonly id: number; readonly task: TaskName; readonly args: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly code: Code; readonly detail: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

import { CodedError, type Json } from '@bosh6/base';
import { childPointer } from '../yaml/pointer.js';
import type { SourceDocument } from '../yaml/source-document.js';
import { LostNames } from './lost-names.js';
import { type Problem, problemOf } from './problem.js';
import { PrunedTree } from './pruned-tree.js';
import type { Subject } from './subject.js';

export interface Collected<T> {
  problems: Problem[];
  /** What is left without all that is wrong; undefined when nothing is. */
  value: T | undefined;
  trees: PrunedTree[];
}

export interface CollectOptions {
  /** Puts something that can be read where the error is, so that the rest is read; false when it has nothing. */
  mend?: (tree: PrunedTree, pointer: string, error: CodedError) => boolean;
}

/** More than anybody reads. */
const mostErrors = 500;

/**
 * Every error of a parser that throws the first: what is wrong is noted and taken away, and the rest is read again. What is wrong only because of that is not
 * noted: a name that was taken, a list that is empty now. Neither is what a `((variable))` without a value stands for.
 */
export function collectErrors<T>(
  subjects: readonly Subject[],
  read: (documents: SourceDocument[]) => T,
  { mend = () => false }: CollectOptions = {},
): Collected<T> {
  const trees = subjects.map(({ name, value }) => new PrunedTree(name, value));
  const problems: Problem[] = [];
  const lost = new LostNames();
  while (problems.length < mostErrors) {
    try {
      return { problems, trees, value: read(trees.map((tree, at) => documentOf(tree, subjects[at] as Subject))) };
    } catch (error) {
      if (!CodedError.is(error)) throw error;
      const at = Math.max(
        trees.findIndex(({ name }) => name === error.where?.document),
        0,
      );
      const tree = trees[at];
      const pointer = error.where?.pointer ?? '';
      if (tree === undefined) return { problems, trees, value: undefined };
      const original = tree.original(pointer);
      const found = tree.at(pointer);
      if (!isConsequence(error, tree, original) && !lost.explain(error, found) && !hasPlaceholder(found))
        problems.push(problemOf(error, (subjects[at] as Subject).place(original)));
      if (mend(tree, pointer, error)) continue;
      const taken = tree.take(pointer);
      if (taken === undefined) return { problems, trees, value: undefined };
      lost.add(taken.original, taken.value);
    }
  }
  return { problems, trees, value: undefined };
}

function documentOf(tree: PrunedTree, subject: Subject): SourceDocument {
  return {
    name: tree.name,
    text: '',
    value: tree.value,
    duplicates: [],
    locate: () => undefined,
    scalarText: (pointer) => subject.scalarText(tree.original(pointer)),
  };
}

function isConsequence({ code }: CodedError, tree: PrunedTree, original: string): boolean {
  const causes = causesOf[code];
  return causes === undefined ? tree.hasLost(original) : causes.some((key) => tree.hasLost(childPointer(original, key)));
}

/** Errors about a map that only some of its keys can bring about. */
const causesOf: Readonly<Record<string, readonly string[]>> = { InvalidVmSize: ['vm_type', 'vm_resources'] };

/** Whether a value, or a part of it, is for a variable to say. */
export function hasPlaceholder(value: Json | undefined): boolean {
  return typeof value === 'string' && /\(\(.*\)\)/s.test(value);
}

import { type CompiledPackage, type CompileStep, compiledPackageKey, type Desired, type Placement } from '@bosh6/plan';
import type { Scope } from '../../engine/scope.js';
import { type CompilationVm, createCompilationVm } from './compilation-vm.js';
import { compilePackage, type ReadyDependency } from './compile-package.js';

export interface CompileInput {
  deployment: string;
  desired: Desired;
  placement: Placement;
  steps: readonly CompileStep[];
}

/**
 * Compiles what the plan lists, dependencies first, in as many VMs at once as the cloud config allows. After the first failure nothing new
 * starts. Whatever happens, the VMs are gone when this resolves or rejects. Answers with what is compiled now, by reuse key.
 */
export async function compilePackages(scope: Scope, input: CompileInput): Promise<Map<string, CompiledPackage>> {
  const { steps, placement } = input;
  await scope.task.events.stage('Preparing package compilation', 1).task('Finding packages to compile', async () => undefined);
  const compiled = new Map(placement.compiledPackages.map((each) => [compiledPackageKey(each), each]));
  if (steps.length === 0) return compiled;
  const stage = scope.task.events.stage('Compiling packages', steps.length);
  const waiting = new Set(steps);
  const idle: CompilationVm[] = [];
  const failures: unknown[] = [];
  let changed = Promise.withResolvers<void>();
  const wake = (): void => {
    changed.resolve();
    changed = Promise.withResolvers();
  };

  const work = async (): Promise<void> => {
    while (waiting.size > 0 && failures.length === 0) {
      scope.task.throwIfCancelled();
      const step = [...waiting].find((each) => each.dependencies.every((ref) => compiled.has(compiledPackageKey(ref))));
      if (step === undefined) {
        await changed.promise;
        continue;
      }
      waiting.delete(step);
      const result = await stage.task(step.title, () => compileStep(scope, input, step, compiled, idle));
      compiled.set(compiledPackageKey(result), result);
      wake();
    }
  };
  const worker = (): Promise<void> =>
    work().catch((error: unknown) => {
      failures.push(error);
      wake();
    });

  await Promise.all(Array.from({ length: Math.min(placement.compilation.workers, steps.length) }, worker));
  await Promise.all(idle.map((vm) => vm.remove().catch((error: unknown) => failures.push(error))));
  if (failures.length > 0) throw failures[0];
  return compiled;
}

async function compileStep(
  scope: Scope,
  { deployment, desired, placement }: CompileInput,
  step: CompileStep,
  compiled: ReadonlyMap<string, CompiledPackage>,
  idle: CompilationVm[],
): Promise<CompiledPackage> {
  const { store, locks } = scope.collaborators;
  const { stemcell, dependencyKey, package: pkg } = step;
  const key = { packageId: pkg.id, stemcellOs: stemcell.os, stemcellVersion: stemcell.version };
  const lock = `compile:${pkg.id}:${stemcell.os}/${stemcell.version}`;
  const underLock = async (): Promise<CompiledPackage> => {
    const meanwhile = await store.read.compiledPackages.find({ ...key, dependencyKey });
    if (meanwhile !== undefined) return meanwhile;
    const at = idle.findIndex((vm) => vm.stemcell.cid === stemcell.cid);
    const [reused] = at < 0 ? [] : idle.splice(at, 1);
    const vm = reused ?? (await createCompilationVm(scope, deployment, desired, placement, stemcell));
    const dependencies = step.dependencies.flatMap((ref): ReadyDependency[] => {
      const found = compiled.get(compiledPackageKey(ref));
      return found === undefined ? [] : [{ name: ref.name, version: ref.version, compiled: found }];
    });
    try {
      const result = await compilePackage(scope, vm, step, dependencies);
      if (placement.compilation.reuseVms) idle.push(vm);
      else await vm.remove();
      return result;
    } catch (error) {
      await vm.remove().catch((cause: unknown) => scope.task.debug(`compilation VM ${vm.cid} could not be deleted: ${String(cause)}`));
      throw error;
    }
  };
  return locks.withLock(lock, scope.task.taskId, underLock, { timeoutMs: 900_000, signal: scope.task.signal });
}

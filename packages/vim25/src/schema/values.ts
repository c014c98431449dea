import type { enums } from './enums.js';
import type { methods, objects, types } from './tables.js';

type Types = typeof types;
type Enums = typeof enums;
type Objects = typeof objects;
type Methods = typeof methods;

export type TypeName = keyof Types;
export type ObjectName = keyof Objects;
export type MethodName = keyof Methods;
export type TaskMethodName = Extract<MethodName, `${string}_Task`>;

/** A 64-bit integer: a number as long as that is exact (below 2^53), a bigint beyond. */
export type Long = number | bigint;

type ChildrenOf<K extends string, Table> = { [N in keyof Table]: Table[N] extends { readonly extends: K } ? N : never }[keyof Table] &
  string;
/** K and all that extends it. */
type Lineage<K extends string, Table> = K | (ChildrenOf<K, Table> extends infer C ? (C extends string ? Lineage<C, Table> : never) : never);

/** A reference to a managed object: its class and its id, which mean nothing to another vCenter. */
export interface RefOf<T extends string> {
  readonly type: T;
  readonly value: string;
}
/** A reference to an object of a class, or of one that extends it. */
export type Ref<K extends string = string> = string extends K ? RefOf<string> : EachRef<Lineage<K, Objects>>;
// One member for each class, so that a look at `type` tells them apart.
type EachRef<T extends string> = T extends string ? RefOf<T> : never;

interface Scalars {
  string: string;
  int: number;
  short: number;
  byte: number;
  long: Long;
  float: number;
  double: number;
  boolean: boolean;
  dateTime: Date;
  base64Binary: Uint8Array;
  any: unknown;
  ref: Ref;
  void: undefined;
}

type Scalar<K extends string> = K extends keyof Scalars
  ? Scalars[K]
  : K extends `ref ${infer T}`
    ? Ref<T>
    : K extends keyof Enums
      ? Enums[K][number]
      : K extends TypeName
        ? Data<K>
        : unknown;

/** The value of a kind, without regard to whether it may be absent. */
export type ValueOf<K extends string> = K extends `${infer Base}?`
  ? ValueOf<Base>
  : K extends `${infer Item}[]`
    ? Scalar<Item>[]
    : Scalar<K>;
/** What a method returns of a kind. */
export type ResultOf<K extends string> = K extends `${string}?` ? ValueOf<K> | undefined : ValueOf<K>;

type Struct<F> = { -readonly [N in keyof F as F[N] extends `${string}?` ? never : N]: ValueOf<F[N] & string> } & {
  -readonly [N in keyof F as F[N] extends `${string}?` ? N : never]?: ValueOf<F[N] & string> | undefined;
};
type Inherited<K extends TypeName> = Types[K] extends { readonly extends: infer B extends TypeName } ? Own<B> : unknown;
type Own<K extends TypeName> = Inherited<K> & Struct<Types[K]['fields']>;
type Tagged<K extends TypeName, D extends TypeName> = D extends K
  ? Types[D] extends { readonly abstract: true }
    ? never
    : { $type?: D } & Own<D>
  : { $type: D } & Own<D>;
type OneOf<K extends TypeName, All> = All extends TypeName
  ? Types[All] extends { readonly abstract: true }
    ? never
    : Tagged<K, All>
  : never;

/**
 * A value of a data type, or of one that extends it. `$type` says which: what is read always has it, what is sent needs it
 * only where the type is not the one that the field declares.
 */
export type Data<K extends TypeName> = OneOf<K, Lineage<K, Types>>;

type Parameters<F> = Struct<F>;
/** Arguments of a method, by name. */
export type Arguments<M extends MethodName> = Parameters<Methods[M]['params']>;
/** What a method answers. */
export type Returned<M extends MethodName> = ResultOf<Methods[M]['returns']>;
/** What the task of a method ends with. */
export type TaskResult<M extends TaskMethodName> = Methods[M] extends { readonly result: infer R extends string } ? ResultOf<R> : undefined;
/** The object on which a method is called. */
export type Target<M extends MethodName> = Ref<Methods[M]['on']>;

type AllProperties<O extends ObjectName> = (Objects[O] extends { readonly extends: infer B extends ObjectName }
  ? Omit<AllProperties<B>, keyof Objects[O]['properties']>
  : unknown) &
  Objects[O]['properties'];
type Step<V, S extends string> = V extends readonly unknown[] ? unknown : V extends unknown ? (S extends keyof V ? V[S] : never) : never;
type Walk<V, P extends string> = P extends `${infer Head}.${infer Rest}` ? Walk<NonNullable<Step<V, Head>>, Rest> : NonNullable<Step<V, P>>;

/** The type of a property of a managed object, by its dotted path; `unknown` where the tables do not say. */
export type PropertyValue<O extends ObjectName, P extends string> = P extends keyof AllProperties<O>
  ? ValueOf<AllProperties<O>[P] & string>
  : P extends `${infer Head}.${infer Rest}`
    ? Head extends keyof AllProperties<O>
      ? Walk<ValueOf<AllProperties<O>[Head] & string>, Rest>
      : unknown
    : unknown;

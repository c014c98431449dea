/**
 * The kind of a field, as text: `string`, `int`, `long`, `boolean`, `dateTime`, `any`, ..., the name of a type or enumeration,
 * or `ref X` for a reference to a managed object (`ref` alone: of any class). `[]` after it makes a list, `?` at the end says that it may be absent.
 */
export type Kind = string;

/** A data type: its own fields in the order in which the server wants them, after those of the type that it extends. */
export interface TypeDefinition {
  readonly extends?: string;
  /** Only its descendants occur. */
  readonly abstract?: true;
  readonly fields: Readonly<Record<string, Kind>>;
}
export type TypeTable = Readonly<Record<string, TypeDefinition>>;

export interface MethodDefinition {
  /** The service that has it, when that is not vim25. */
  readonly namespace?: 'pbm';
  /** The class of managed object that has it. */
  readonly on: string;
  readonly params: Readonly<Record<string, Kind>>;
  readonly returns: Kind;
  /** What the task gives that a method of a name in `_Task` returns. */
  readonly result?: Kind;
}
export type MethodTable = Readonly<Record<string, MethodDefinition>>;

export interface ObjectDefinition {
  readonly extends?: string;
  /** By name, or by dotted path where the type between is not described. */
  readonly properties: Readonly<Record<string, Kind>>;
}
export type ObjectTable = Readonly<Record<string, ObjectDefinition>>;

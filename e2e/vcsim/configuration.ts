/** Makes the nth (from 1) and the `times` - 1 next calls of a method fail, or come late. Without `times`: all further calls. */
export interface Rule {
  /** A method's name, or `*`. */
  method: string;
  nth?: number;
  times?: number;
  delayMs?: number;
  /** The fault's class. */
  fault?: string;
  /** The call succeeds; its task ends with the fault. */
  task?: boolean;
  /** The call is kept back until the rules are cleared; its caller may go meanwhile, and it is done all the same. */
  hold?: boolean;
  /** Asked by the VM of the call, which waits for the answer `0` or `1`, or fails at once with the fault. Without `default`, vSphere suggests neither. */
  question?: { text: string; default?: 1 };
}

/** What a simulated vCenter is made of; absent numbers are vcsim's own. */
export interface Configuration {
  /** `127.0.0.1:0` by default; port 0 takes a free one. */
  listen?: string;
  tls?: boolean;
  /** PEM; by default a certificate for 127.0.0.1 and ::1 that is its own CA. */
  certificate?: string;
  key?: string;
  /** Who may log in; by default anybody. */
  user?: string;
  password?: string;
  /** After how long an idle session ends, as a Go duration: `30s`. */
  sessionTimeout?: string;
  /** Milliseconds before every answer, before those of a method, before the task of a method runs (`CloneVM_Task`). */
  delay?: number;
  methodDelays?: Record<string, number>;
  taskDelays?: Record<string, number>;
  rules?: Rule[];
  datacenters?: number;
  /** In each datacenter. */
  clusters?: number;
  clusterHosts?: number;
  standaloneHosts?: number;
  pools?: number;
  datastores?: number;
  datastorePods?: number;
  folders?: number;
  /** In each resource pool or, without one, in each cluster and standalone host. */
  vms?: number;
  /** On the distributed switch of each datacenter: `DC0_DVPG0`, ... */
  portGroups?: number;
  nsxPortGroups?: number;
  /** Standard port groups beside `VM Network`. */
  networks?: string[];
  poweredOn?: boolean;
}

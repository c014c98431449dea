/** Something that the supervisor saw, or did about it, in monit's words. */
export interface SupervisorEvent {
  service: string;
  /** As `Does not exist`. */
  event: string;
  /** As `restart`. */
  action: string;
  /** For people. */
  description: string;
}

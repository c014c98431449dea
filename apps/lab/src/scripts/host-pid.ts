/**
 * Prints the process ids that this shell has, outermost first. /proc is still the host's at that point, so the first is the id that the
 * host's nsenter wants and the second the id inside the lab.
 */
export const printPids = `while read -r key value; do case $key in NSpid:) echo $value; break;; esac; done < /proc/self/status`;

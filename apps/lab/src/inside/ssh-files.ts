const pam = 'auth required pam_deny.so\naccount required pam_unix.so\nsession required pam_unix.so\n';

/** What sshd and sudo read in a VM of a light stemcell, where the machine has them: `bosh ssh` makes users with a key and no password. */
export const sshFiles: Record<string, string> = {
  'etc/ssh/sshd_config': [
    'AddressFamily any',
    'AllowGroups bosh_sshers',
    'AuthenticationMethods publickey',
    'HostKey /etc/ssh/ssh_host_rsa_key',
    'PermitRootLogin no',
    'SetEnv PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'Subsystem sftp internal-sftp',
    'UseDNS no',
    // without it a user that has no password counts as locked
    'UsePAM yes',
    '',
  ].join('\n'),
  'etc/pam.d/sshd': pam,
  'etc/pam.d/sudo': pam,
};

/** sudo refuses a file that others may write. */
export const sudoers = 'root ALL=(ALL:ALL) ALL\n%bosh_sudoers ALL=(ALL:ALL) NOPASSWD: ALL\n';

/** Where bosh6 prints or asks otherwise than the stock CLI on purpose, and why. A case that stands here without need fails. */
export const differences: Readonly<Record<string, string>> = {
  'task 7 into a pipe': "the last line has its line feed, so that the next program's output does not go on in it",
  'interpolate, a key that YAML 1.1 takes for a boolean': 'a key stays the text that it is: `on`; the stock one writes `true`',
  event: 'a number in the context is a number; the stock one prints %!s(float64=1)',
  'deploy, a wrong name': 'the name is checked before anything is asked',
  recover: 'a problem that the plan does not name is left out; the stock one sends an empty resolution for it',
  'ssh front/0 -c id': 'a command gets no terminal, so that its standard error stays apart and its output is as it wrote it',
  'ssh front/0 -r -- id -u': 'a command gets no terminal',
  'ssh, refused': 'the user is removed from the VMs that took it',
  'logs -f': 'host keys are checked',
  'logs -f --agent': 'host keys are checked',
  'logs --num --job -q': 'host keys are checked',
  'logs -f --only': 'host keys are checked',
  'upload-release URL': 'a list that nothing depends on is not asked for',
  'inspect-release': 'the footer counts the rows; the stock one prints 0 packages',
};

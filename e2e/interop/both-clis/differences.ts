/** Where both CLIs print other things of the same Director on purpose, and why. One that stands here without need fails. */
export const differences: Readonly<Record<string, string>> = {
  'inspect-release broken/1': 'the footer counts the rows; the stock one prints 0 packages',
};

/** Whether a label is among those; GitHub ignores the case of labels. */
export function hasLabel(labels: string[], wanted: string): boolean {
  return labels.some(label => label.toLowerCase() === wanted.toLowerCase())
}

export async function takeScreenshots(_url: string, _folder: string): Promise<string[]> {
  return []
}

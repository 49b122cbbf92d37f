/** Cookies of one fetch: some sites redirect to the same address until the cookie they set comes back. Forgotten with it. */
export class Cookies {
  private readonly byHost = new Map<string, Map<string, string>>();

  keep(url: string, set: string | string[] | undefined): void {
    const { host } = new URL(url);
    const kept = this.byHost.get(host) ?? new Map<string, string>();
    for (const cookie of [set ?? []].flat()) {
      const [, name, value] = /^\s*([^=;\s]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) kept.set(name, value.trim());
    }
    this.byHost.set(host, kept);
  }

  for(url: string): Record<string, string> {
    const kept = this.byHost.get(new URL(url).host);
    if (!kept?.size) return {};
    return { cookie: [...kept].map(([name, value]) => `${name}=${value}`).join("; ") };
  }
}

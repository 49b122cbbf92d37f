export type FetchReason =
  | "scheme"
  | "credentials"
  | "invalid"
  | "address"
  | "dns"
  | "tls"
  | "connection"
  | "timeout"
  | "too-large"
  | "too-many-redirects"
  | "decompression";

/** Why nothing was fetched. `reason` is what screens put into words; `detail` adds a name or a code. */
export class FetchFailed extends Error {
  constructor(
    readonly reason: FetchReason,
    readonly detail = "",
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
    this.name = "FetchFailed";
  }
}

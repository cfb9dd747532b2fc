namespace Codex.Execution.Network.Upstream;

/// <summary>A host leads to an address that commands must not reach, or to none.</summary>
internal sealed class ClosedAddressException() : Exception("the host leads to no address that may be reached");

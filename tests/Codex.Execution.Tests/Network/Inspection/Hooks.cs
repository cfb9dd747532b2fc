using Codex.Execution.Network.Inspection;

namespace Codex.Execution.Tests.Network.Inspection;

/// <summary>Hooks as tests need them.</summary>
internal static class Hooks
{
    /// <summary>Everything passes.</summary>
    internal static InspectionHook Any(string host) => new() { Host = host, Methods = ["GET", "HEAD", "POST"], Paths = [HookPattern.Parse("/")] };
}

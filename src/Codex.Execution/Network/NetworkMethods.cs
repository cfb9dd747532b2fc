namespace Codex.Execution.Network;

/// <summary>Which methods of HTTP only read.</summary>
internal static class NetworkMethods
{
    /// <summary>Whether a method passes in <see cref="NetworkMode.Limited"/>. Methods are case-sensitive.</summary>
    internal static bool OnlyReads(string? method) => method is "GET" or "HEAD" or "OPTIONS";
}

using System.Globalization;
using Codex.AppServer.Protocol.Threads;

namespace Codex.Exec.Output;

/// <summary>The one number of tokens that people are shown.</summary>
internal static class TokenTotal
{
    /// <summary>Input that was not cached plus output, with thousands separators.</summary>
    public static string Describe(TokenUsageBreakdown usage)
    {
        var fresh = Math.Max(0, usage.InputTokens - Math.Max(0, usage.CachedInputTokens));
        return (fresh + Math.Max(0, usage.OutputTokens)).ToString("N0", CultureInfo.InvariantCulture);
    }
}

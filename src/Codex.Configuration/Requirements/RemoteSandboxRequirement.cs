using Codex.Configuration.Reading;

namespace Codex.Configuration.Requirements;

/// <summary>An element of <c>[[remote_sandbox_config]]</c>: other sandbox modes for some hosts.</summary>
/// <param name="HostnamePatterns">Host names with <c>*</c> and <c>?</c>.</param>
/// <param name="AllowedSandboxModes">What is allowed there.</param>
public sealed record RemoteSandboxRequirement(IReadOnlyList<string> HostnamePatterns, IReadOnlyList<SandboxModeRequirement> AllowedSandboxModes)
{
    /// <summary>Whether this is about a host.</summary>
    public bool IsFor(string hostName) =>
        Normalize(hostName) is { Length: > 0 } host && HostnamePatterns.Any(pattern => Normalize(pattern) is { Length: > 0 } text && Matches(text, host));

    internal static RemoteSandboxRequirement Read(TableReader table)
    {
        if (table.Raw("hostname_patterns") is null)
            table.Missing("hostname_patterns");
        if (table.Raw("allowed_sandbox_modes") is null)
            table.Missing("allowed_sandbox_modes");
        return new RemoteSandboxRequirement(table.Strings("hostname_patterns") ?? [], RequirementWords.SandboxModes(table) ?? []);
    }

    private static string Normalize(string host) => host.Trim().TrimEnd('.').ToLowerInvariant();

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> host)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
                return MatchesBehindStar(pattern[1..], host);
            if (host.IsEmpty || (pattern[0] != '?' && pattern[0] != host[0]))
                return false;
            pattern = pattern[1..];
            host = host[1..];
        }

        return host.IsEmpty;
    }

    private static bool MatchesBehindStar(ReadOnlySpan<char> rest, ReadOnlySpan<char> host)
    {
        for (var start = 0; start <= host.Length; start++)
        {
            if (Matches(rest, host[start..]))
                return true;
        }

        return false;
    }
}

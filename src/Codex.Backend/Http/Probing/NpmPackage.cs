using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Http.Probing;

/// <summary>What npm says about our package (<c>codex-rs/tui/src/npm_registry.rs</c>).</summary>
internal static class NpmPackage
{
    private static readonly string[] s_facts = ["tarball", "integrity"];

    /// <summary>Why a version cannot be installed yet; null when it can.</summary>
    public static string? WhyNot(JsonElement package, string version)
    {
        var latest = package.Member("dist-tags")?.Member("latest")?.Text();
        if (latest != version)
            return latest is null ? "npm package is missing latest dist-tag" : $"npm latest dist-tag points to {latest}, expected GitHub release {version}";
        if (package.Member("versions")?.Member(version) is not { } entry)
            return $"npm package version {version} is missing";
        return Array.Find(s_facts, fact => string.IsNullOrEmpty(entry.Member("dist")?.Member(fact)?.Text())) is { } missing
            ? $"npm package version {version} is missing dist.{missing}"
            : null;
    }
}

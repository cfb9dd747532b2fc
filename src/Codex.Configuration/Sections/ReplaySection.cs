using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[replay]</c>: the built-in provider that plays a recorded conversation. Not in the original.</summary>
public sealed record ReplaySection
{
    /// <summary>The recording; <c>CODEX_REPLAY_CASSETTE</c> goes before it, the embedded recording is used without both.</summary>
    public string? Cassette { get; init; }

    internal static ReplaySection Read(TableReader table) => new()
    {
        Cassette = table.AbsolutePath("cassette"),
    };
}

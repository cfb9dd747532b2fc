using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[model_providers.x.auth]</c>: a program that prints a bearer token.</summary>
public sealed record ModelProviderAuthSection
{
    /// <summary>The program.</summary>
    public string Command { get; init; } = "";

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>How long it may take, in milliseconds.</summary>
    public long TimeoutMs { get; init; }

    /// <summary>When the token is fetched anew, in milliseconds; 0 only after it was refused.</summary>
    public long RefreshIntervalMs { get; init; } = 300000;

    /// <summary>Its working directory.</summary>
    public string? Cwd { get; init; }

    internal static ModelProviderAuthSection Read(TableReader table) => new()
    {
        Command = table.RequiredString("command"),
        Args = table.Strings("args") ?? [],
        TimeoutMs = table.Integer("timeout_ms", IntegerKind.NonZeroU64) ?? 5000,
        RefreshIntervalMs = table.Integer("refresh_interval_ms", IntegerKind.U64) ?? 300000,
        Cwd = table.AbsolutePath("cwd"),
    };
}

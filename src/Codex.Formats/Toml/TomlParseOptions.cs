namespace Codex.Formats.Toml;

/// <summary>Limits and edition of a parse.</summary>
public sealed record TomlParseOptions
{
    /// <summary>The defaults: TOML 1.1, 80 levels as in 0.136.0, 64 MiB.</summary>
    public static TomlParseOptions Default { get; } = new();

    /// <summary>Strict TOML 1.0.0 with the default limits.</summary>
    public static TomlParseOptions Strict10 { get; } = new() { Version = TomlVersion.V10 };

    /// <summary>Accepted edition.</summary>
    public TomlVersion Version { get; init; } = TomlVersion.V11;

    /// <summary>How deep arrays and inline tables may be nested.</summary>
    public int MaxDepth { get; init; } = 80;

    /// <summary>How many parts a dotted key may have: as deep as the tables they make.</summary>
    public int MaxKeyParts { get; init; } = 512;

    /// <summary>Largest accepted source in bytes.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;
}

namespace Codex.Platform.Environment;

/// <summary>
/// What the process was given by its surroundings: variables, directories and terminal facts.
/// Read once in <c>Main</c> and handed down; nothing below the command line reads the process environment itself.
/// </summary>
public sealed record HostEnvironment
{
    /// <summary>Environment variables; names are compared as the operating system compares them.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The directory the process was started in; absolute.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The user's home directory, or null when it cannot be told.</summary>
    public string? HomeDirectory { get; init; }

    /// <summary>The directory for temporary files; absolute.</summary>
    public required string TemporaryDirectory { get; init; }

    /// <summary>Absolute path of the running executable.</summary>
    public required string ExecutablePath { get; init; }

    /// <summary>IANA name of the system's time zone, or null when it cannot be told.</summary>
    public string? TimeZoneName { get; init; }

    /// <summary>Whether each standard stream is a terminal.</summary>
    public bool StandardInputIsTerminal { get; init; }

    /// <inheritdoc cref="StandardInputIsTerminal"/>
    public bool StandardOutputIsTerminal { get; init; }

    /// <inheritdoc cref="StandardInputIsTerminal"/>
    public bool StandardErrorIsTerminal { get; init; }

    /// <summary>The value of a variable, or null when it is not set.</summary>
    public string? GetVariable(string name) => Variables.TryGetValue(name, out var value) ? value : null;

    /// <summary>The value of a variable, or null when it is not set or empty.</summary>
    public string? GetNonEmptyVariable(string name) => GetVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>The comparer for variable names on this system.</summary>
    public static StringComparer VariableNameComparer { get; } =
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}

namespace Codex.Backend.Auth.Commands;

/// <summary>A program that prints a bearer token: <c>[model_providers.x.auth]</c>.</summary>
public sealed record CredentialCommand
{
    /// <summary>A path, or a name that is looked up on <c>PATH</c>.</summary>
    public required string Program { get; init; }

    /// <summary>Arguments after the program.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Where it runs, and what a relative path starts from; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>How long it may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long its token is used; zero uses it until a server refuses it.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What is started: a path with separators is made absolute.</summary>
    internal string File => Path.GetFileName(Program) == Program ? Program : Path.Combine(WorkingDirectory, Program);
}

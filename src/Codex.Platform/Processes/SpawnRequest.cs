using System.Runtime.InteropServices;
using Codex.Platform.Windows.Sandboxing;

namespace Codex.Platform.Processes;

/// <summary>What to start, and with what.</summary>
public sealed record SpawnRequest
{
    /// <summary>Path of the program, or a plain name that is looked up in the <c>PATH</c> of <see cref="Environment"/>.</summary>
    public required string FileName { get; init; }

    /// <summary>The argument vector, its first element included; that need not be the file's name.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The directory to start in; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The whole environment of the program: nothing is inherited.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>What the standard streams are; pipes for what it prints when nothing is said.</summary>
    public StdioMode Stdio { get; init; } = StdioMode.Pipes;

    /// <summary>The token to start under, on Windows; null for our own.</summary>
    public SafeHandle? Token { get; init; }

    /// <summary>The container to start in, on Windows; null for none.</summary>
    public AppContainer? Container { get; init; }

    /// <summary>Whether the program goes on when we end; others are ended with us.</summary>
    public bool OutlivesUs { get; init; }

    /// <summary>Descriptors the program gets beside the standard ones; every other descriptor is closed in it.</summary>
    public IReadOnlyList<InheritedDescriptor> InheritedDescriptors { get; init; } = [];
}

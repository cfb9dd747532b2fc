using System.Collections.Immutable;

namespace Codex.Execution.Escalation;

/// <summary>A program that a shell is about to start. Whoever says so is inside of the sandbox: nothing of it is to be believed.</summary>
/// <param name="File">The program as the shell found it; relative to the directory.</param>
/// <param name="Arguments">All arguments, the one with index 0 included.</param>
/// <param name="WorkingDirectory">Where it would start; absolute.</param>
/// <param name="Environment">Its whole environment, without the variables of the protocol.</param>
public sealed record InterceptedProgram(
    string File, ImmutableArray<string> Arguments, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The program's absolute path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(File, WorkingDirectory);

    /// <summary>The path and the arguments behind the first: what rules are asked about and the user is shown.</summary>
    public ImmutableArray<string> Words => [Path, .. Arguments.Skip(1)];
}

using System.Collections.Immutable;

namespace Codex.Execution;

/// <summary>The machines that the commands of a thread run on; the first one unless a call names another.</summary>
/// <param name="All">The machines; empty when the model is to run nothing.</param>
public sealed record ExecutionEnvironments(ImmutableArray<ExecutionEnvironment> All)
{
    /// <summary>This machine alone.</summary>
    public static ExecutionEnvironments Local { get; } = new([ExecutionEnvironment.Local]);

    /// <summary>The machine that is meant when none is named; null when there is none.</summary>
    public ExecutionEnvironment? Primary => All.IsEmpty ? null : All[0];

    /// <summary>Whether a call may name one.</summary>
    public bool AreSeveral => All.Length > 1;

    /// <summary>The one with an id, the first one for null; null when there is none.</summary>
    public ExecutionEnvironment? Find(string? id) => id is null ? Primary : All.FirstOrDefault(environment => environment.Id == id);
}

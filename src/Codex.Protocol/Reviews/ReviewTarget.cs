using System.Text.Json.Serialization;

namespace Codex.Protocol.Reviews;

/// <summary>What is reviewed (<c>ReviewTarget</c> of <c>codex-rs/protocol/src/protocol.rs</c>); the same form on every wire.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(UncommittedChanges), "uncommittedChanges")]
[JsonDerivedType(typeof(BaseBranch), "baseBranch")]
[JsonDerivedType(typeof(Commit), "commit")]
[JsonDerivedType(typeof(Custom), "custom")]
public abstract record ReviewTarget
{
    /// <summary>Everything that is staged, unstaged or untracked.</summary>
    public sealed record UncommittedChanges : ReviewTarget;

    /// <summary>What the current branch adds to another one.</summary>
    /// <param name="Branch">The other branch.</param>
    public sealed record BaseBranch(string Branch) : ReviewTarget;

    /// <summary>One commit.</summary>
    /// <param name="Sha">The commit.</param>
    /// <param name="Title">Its title, for display.</param>
    public sealed record Commit(string Sha, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Title) : ReviewTarget;

    /// <summary>Whatever these words say.</summary>
    /// <param name="Instructions">The words; not empty.</param>
    public sealed record Custom(string Instructions) : ReviewTarget;

    /// <summary>The target in a few words, for people.</summary>
    [JsonIgnore]
    public string Description => this switch
    {
        UncommittedChanges => "current changes",
        BaseBranch { Branch: var branch } => $"changes against '{branch}'",
        Commit { Sha: var sha, Title: null } => $"commit {Shorten(sha)}",
        Commit { Sha: var sha, Title: var title } => $"commit {Shorten(sha)}: {title}",
        Custom { Instructions: var instructions } => instructions.Trim(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Shorten(string sha) => sha[..Math.Min(7, sha.Length)];
}

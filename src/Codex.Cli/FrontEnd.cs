namespace Codex.Cli;

/// <summary>A front-end as servers and rollouts know it.</summary>
/// <param name="Name">For example <c>codex_exec</c>.</param>
/// <param name="Source">For example <c>exec</c>.</param>
internal sealed record FrontEnd(string Name, string Source)
{
    /// <summary><c>codex exec</c>.</summary>
    public static FrontEnd Exec { get; } = new("codex_exec", "exec");
}

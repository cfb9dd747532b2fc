namespace Codex.Cli;

/// <summary>A front-end as servers and rollouts know it.</summary>
/// <param name="Name">For example <c>codex_exec</c>.</param>
/// <param name="Source">For example <c>exec</c>.</param>
internal sealed record FrontEnd(string Name, string Source)
{
    /// <summary>Commands that do one thing and end.</summary>
    public static FrontEnd Command { get; } = new("codex_cli_rs", "cli") { IsInterface = false };

    /// <summary>Whether servers are told its name a second time, as that of a client.</summary>
    public bool IsInterface { get; private init; } = true;

    /// <summary><c>codex exec</c>.</summary>
    public static FrontEnd Exec { get; } = new("codex_exec", "exec");
}

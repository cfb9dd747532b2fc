namespace Codex.Engine.Context.Permissions;

/// <summary>Where commands run.</summary>
/// <param name="Id">The environment's id; shown only when there are several.</param>
/// <param name="WorkingDirectory">The working directory; absolute.</param>
/// <param name="Shell">The shell's name, such as <c>bash</c>.</param>
public sealed record EnvironmentDescription(string Id, string WorkingDirectory, string Shell);

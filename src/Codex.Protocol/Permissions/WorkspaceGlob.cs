namespace Codex.Protocol.Permissions;

/// <summary>Patterns below every workspace root, kept by name until the roots are known (<c>protocol/src/permissions.rs</c>).</summary>
public static class WorkspaceGlob
{
    private const string Prefix = "codex-project-roots://";

    /// <summary>The pattern for a pattern below the roots.</summary>
    public static string For(string subpattern) => Prefix + subpattern;

    /// <summary>The pattern below the roots that a pattern stands for, or null when it has its own directory.</summary>
    public static string? Below(string pattern) => pattern.StartsWith(Prefix, StringComparison.Ordinal) ? pattern[Prefix.Length..] : null;
}

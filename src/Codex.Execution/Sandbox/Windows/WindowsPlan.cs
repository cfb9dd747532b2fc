namespace Codex.Execution.Sandbox.Windows;

/// <summary>What has to be in place before a program starts under a restricted token; data only.</summary>
/// <param name="Identities">The identities by which the program may write.</param>
/// <param name="Allowed">Directories and the identity that may write each.</param>
/// <param name="Denied">Files and directories in them that an identity must not write.</param>
/// <param name="Environment">The program's environment.</param>
internal sealed record WindowsPlan(
    IReadOnlyList<string> Identities,
    IReadOnlyList<(string Path, string Identity)> Allowed,
    IReadOnlyList<(string Path, string Identity)> Denied,
    IReadOnlyDictionary<string, string> Environment);

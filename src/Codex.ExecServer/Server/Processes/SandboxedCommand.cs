using System.Text.Json;
using Codex.ExecServer.Protocol;
using Codex.Execution;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.ExecServer.Server.Processes;

/// <summary>
/// A command line of the sandbox helper (<c>linux-sandbox/src/linux_run_main.rs</c>): what a client sends for a command that
/// is to run inside its permissions.
/// </summary>
/// <param name="PolicyDirectory">What named workspace roots stand for; absolute.</param>
/// <param name="Permissions">The permissions.</param>
/// <param name="Command">The command.</param>
internal sealed record SandboxedCommand(string PolicyDirectory, PermissionProfile Permissions, IReadOnlyList<string> Command)
{
    /// <summary>The helper's name.</summary>
    public const string HelperName = "codex-linux-sandbox";

    private const string PolicyDirectoryFlag = "--sandbox-policy-cwd";
    private const string CommandDirectoryFlag = "--command-cwd";
    private const string PermissionsFlag = "--permission-profile";

    /// <summary>Reads a command line; null when it is another program's, or says something that is not understood here.</summary>
    public static SandboxedCommand? Read(IReadOnlyList<string> words)
    {
        if (Path.GetFileName(words[0]) != HelperName)
            return null;
        string? directory = null;
        PermissionProfile? permissions = null;
        for (var at = 1; at + 1 < words.Count; at += 2)
        {
            switch (words[at])
            {
                case "--":
                    return directory is null || permissions is null ? null : new(directory, permissions, [.. words.Skip(at + 1)]);
                case PolicyDirectoryFlag when Path.IsPathFullyQualified(words[at + 1]):
                    directory = words[at + 1];
                    break;
                case CommandDirectoryFlag:
                    break;
                case PermissionsFlag when ReadPermissions(words[at + 1]) is { } profile:
                    permissions = profile;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The command line of a command.</summary>
    public IReadOnlyList<string> ToWords(string workingDirectory) =>
    [
        HelperName,
        PolicyDirectoryFlag, PolicyDirectory,
        CommandDirectoryFlag, workingDirectory,
        PermissionsFlag, JsonSerializer.Serialize(Permissions, ExecServerJson.Wire.PermissionProfile),
        "--", .. Command,
    ];

    /// <summary>What to start.</summary>
    public LaunchRequest ToLaunch(string workingDirectory, IReadOnlyDictionary<string, string> environment, StdioMode stdio) => new()
    {
        Command = Command,
        WorkingDirectory = workingDirectory,
        PolicyDirectory = PolicyDirectory,
        Environment = environment,
        Stdio = stdio,
        Permissions = Permissions,
    };

    private static PermissionProfile? ReadPermissions(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ExecServerJson.Wire.PermissionProfile);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

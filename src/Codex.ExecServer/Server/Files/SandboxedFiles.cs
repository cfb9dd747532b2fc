using System.Text;
using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;
using Codex.Execution;
using Codex.Execution.Sandbox.Planning;
using Codex.Platform.Environment;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.ExecServer.Server.Files;

/// <summary>
/// Performs file operations inside permissions: by our executable under another name, in the sandbox of any command, so that
/// the operating system holds it whatever links are exchanged meanwhile (<c>exec-server/src/fs_sandbox.rs</c>).
/// </summary>
/// <param name="host">The surroundings.</param>
/// <param name="launcher">Starts the helper in its sandbox.</param>
internal sealed class SandboxedFiles(HostEnvironment host, IProcessLauncher launcher)
{
    private static readonly string[] s_variables = ["PATH", "TMPDIR", "TMP", "TEMP"];

    /// <summary>Whether the permissions keep anything from an operation.</summary>
    public bool Confines(FileSandbox sandbox) =>
        sandbox.Permissions is PermissionProfile.Managed managed
        && SandboxPlanner.NeedsSandbox(managed with { Network = NetworkSandboxPolicy.Enabled }, ContextOf(sandbox));

    /// <summary>Performs one; gives the answer.</summary>
    /// <exception cref="RpcException">It cannot be performed.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> RunAsync(RpcMessage.Request request, FileSandbox sandbox, CancellationToken cancellationToken)
    {
        try
        {
            var launched = await launcher.StartAsync(Launch(sandbox), cancellationToken).ConfigureAwait(false);
            await using (launched.ConfigureAwait(false))
                return await AskAsync(launched.Process, request, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw RpcException.Internal(exception.Message);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> AskAsync(IRunningProcess helper, RpcMessage.Request request, CancellationToken cancellationToken)
    {
        var typing = TypeAsync(helper, FileHelper.Encode(request), cancellationToken);
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        await foreach (var chunk in helper.Output.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            using (chunk)
                (chunk.Stream == OutputStream.StandardError ? errors : output).Write(chunk.Bytes.Span);
        }

        await typing.ConfigureAwait(false);
        var end = await helper.Completion.ConfigureAwait(false);
        return end.Code == 0 && output.Length > 0
            ? output.ToArray()
            : throw RpcException.Internal($"fs sandbox helper failed with status exit status: {end.ShellCode}: {Encoding.UTF8.GetString(errors.ToArray()).Trim()}");
    }

    private static async Task TypeAsync(IRunningProcess helper, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            await helper.WriteInputAsync(request, cancellationToken).ConfigureAwait(false);
            helper.CloseInput();
        }
        catch (IOException)
        {
            // It did not want to hear all of it; what it says tells why.
        }
    }

    private LaunchRequest Launch(FileSandbox sandbox)
    {
        var directory = DirectoryOf(sandbox);
        return new LaunchRequest
        {
            Command = [host.ExecutablePath, FileHelper.Flag],
            WorkingDirectory = directory,
            PolicyDirectory = directory,
            Environment = s_variables.Where(host.Variables.ContainsKey).ToDictionary(static name => name, name => host.Variables[name]),
            Stdio = StdioMode.PipesWithInput,
            Permissions = PermissionsOf((PermissionProfile.Managed)sandbox.Permissions, directory),
        };
    }

    // The helper has to be able to start; it needs no network.
    private PermissionProfile.Managed PermissionsOf(PermissionProfile.Managed profile, string directory)
    {
        var access = profile.AccessIn(new PathContext(directory, host.GetVariable("TMPDIR")));
        if (profile.FileSystem is not ManagedFileSystemPermissions.Restricted restricted)
            return profile with { Network = NetworkSandboxPolicy.Restricted };
        List<FileSystemSandboxEntry> entries = [.. restricted.Entries];
        if (!access.HasFullDiskRead)
            entries.Add(FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Minimal, FileSystemAccessMode.Read));
        if (Path.GetDirectoryName(host.ExecutablePath) is { } own && !access.CanRead(own))
            entries.Add(FileSystemSandboxEntry.ForPath(own, FileSystemAccessMode.Read));
        return new PermissionProfile.Managed(restricted with { Entries = entries }, NetworkSandboxPolicy.Restricted);
    }

    private PathContext ContextOf(FileSandbox sandbox) => new(DirectoryOf(sandbox), host.GetVariable("TMPDIR"));

    private string DirectoryOf(FileSandbox sandbox) =>
        sandbox.Cwd ?? (DependsOnDirectory(sandbox)
            ? throw RpcException.InvalidRequest("file system sandbox context with dynamic permissions requires cwd")
            : host.CurrentDirectory);

    private static bool DependsOnDirectory(FileSandbox sandbox) => sandbox.Permissions.FileSystem().Entries.Any(static entry => entry.Path switch
    {
        FileSystemPath.Glob glob => !Path.IsPathFullyQualified(glob.Pattern),
        FileSystemPath.Special special => special.Value.IsProjectRoots,
        _ => false,
    });
}

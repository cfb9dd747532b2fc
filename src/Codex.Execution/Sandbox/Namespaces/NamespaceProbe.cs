using Codex.Execution.Sandbox.Planning;
using Codex.Platform.Environment;
using Codex.Platform.Linux;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Namespaces;

/// <summary>Finds out with one short run whether our helper can build a sandbox here.</summary>
internal sealed class NamespaceProbe(HostEnvironment host, IProcessSpawner spawner, Func<NamespaceTools?> findTools)
{
    private const int MaximumBytes = 64 * 1024;

    /// <summary>The tools, when they and the kernel do what is needed; else the reason.</summary>
    public async Task<(NamespaceTools? Tools, string Reason)> FindAsync(AnonymousFile filter)
    {
        if (findTools() is not { } tools)
        {
            return (null, "setpriv and unshare are not installed");
        }

        try
        {
            using var handle = filter.Open();
            var request = Request(tools, new(handle, NamespaceArguments.FilterDescriptor));
            var printed = await spawner.CaptureAsync(request, MaximumBytes, CancellationToken.None).ConfigureAwait(false);
            return printed.Status.ShellCode == 0 ? (tools, string.Empty) : (null, printed.ErrorText.Trim());
        }
        catch (SpawnException error)
        {
            return (null, error.Message);
        }
    }

    private SpawnRequest Request(NamespaceTools tools, InheritedDescriptor filter)
    {
        var plan = SandboxPlanner.Plan(PermissionProfile.ReadOnly, new("/", null), "/", new());
        return new()
        {
            FileName = tools.SetPrivileges,
            Arguments = NamespaceArguments.Write(plan, tools, host.ExecutablePath, ["/bin/true"]),
            WorkingDirectory = "/",
            Environment = host.Variables,
            InheritedDescriptors = [filter],
        };
    }
}

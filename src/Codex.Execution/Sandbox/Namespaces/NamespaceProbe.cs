using System.Text;
using Codex.Execution.Sandbox.Planning;
using Codex.Platform.Environment;
using Codex.Platform.Linux;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Namespaces;

/// <summary>Finds out with one short run whether our helper can build a sandbox here.</summary>
internal sealed class NamespaceProbe(HostEnvironment host, IProcessSpawner spawner, Func<NamespaceTools?> findTools)
{
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
            var process = await spawner.StartAsync(Request(tools, new(handle, NamespaceArguments.FilterDescriptor))).ConfigureAwait(false);
            await using (process.ConfigureAwait(false))
            {
                var problem = await ReadAsync(process).ConfigureAwait(false);
                var isFine = (await process.Completion.ConfigureAwait(false)).ShellCode == 0;
                return isFine ? (tools, string.Empty) : (null, problem);
            }
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
            Stdio = StdioMode.Pipes,
            InheritedDescriptors = [filter],
        };
    }

    private static async Task<string> ReadAsync(IRunningProcess process)
    {
        var text = new StringBuilder();
        await foreach (var chunk in process.Output.ReadAllAsync().ConfigureAwait(false))
        {
            using (chunk)
            {
                text.Append(Encoding.UTF8.GetString(chunk.Bytes.Span));
            }
        }

        return text.ToString().Trim();
    }
}

using Codex.Execution.Sandbox.Planning;
using Codex.Execution.Sandbox.Proxying;

namespace Codex.Execution.Sandbox.Namespaces;

/// <summary>Writes a plan as the command line that starts our own helper in new namespaces. Pure.</summary>
public static class NamespaceArguments
{
    /// <summary>The first argument that makes our executable the helper.</summary>
    public const string HelperName = "codex-linux-sandbox";

    /// <summary>The descriptor under which the helper finds the system call filter.</summary>
    public const int FilterDescriptor = 3;

    internal const string DirectoryOption = "--cwd";
    internal const string NetworkOption = "--network";
    internal const string CommandMark = "--";

    /// <summary>All arguments, the one with index 0 included; the program is <see cref="NamespaceTools.SetPrivileges"/>.</summary>
    /// <param name="plan">What to enforce.</param>
    /// <param name="tools">What makes the namespaces.</param>
    /// <param name="helper">Our executable.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="proxy">The listeners to hand out, in the word of the stage; null for none.</param>
    /// <exception cref="SandboxException">The plan needs a root of its own, which only bubblewrap builds.</exception>
    public static IReadOnlyList<string> Write(SandboxPlan plan, NamespaceTools tools, string helper, IReadOnlyList<string> command, string? proxy = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(tools);
        List<string> arguments =
        [
            "setpriv", "--pdeathsig", "KILL", CommandMark, tools.Unshare,
            "--user", "--map-current-user", "--keep-caps", "--mount", "--pid", "--fork", "--kill-child=KILL", "--ipc",
        ];
        if (plan.RestrictsNetwork)
        {
            arguments.Add("--net");
        }

        arguments.AddRange([CommandMark, helper, HelperName, DirectoryOption, plan.WorkingDirectory]);
        if (plan.RestrictsNetwork)
        {
            arguments.AddRange([NetworkOption, "private"]);
        }

        if (proxy is not null)
        {
            arguments.AddRange([ProxyStage.Option, proxy]);
        }

        foreach (var mount in plan.Mounts)
        {
            arguments.AddRange([MountWords.Of(mount.Kind), mount.Path]);
        }

        arguments.Add(CommandMark);
        arguments.AddRange(command);
        return arguments;
    }
}

using Codex.Execution.Sandbox.Bubblewrap;
using Codex.Execution.Sandbox.Namespaces;
using Codex.Execution.Sandbox.Planning;
using Codex.Execution.Sandbox.Seccomp;
using Codex.Platform.Environment;
using Codex.Platform.Linux;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox;

/// <summary>
/// Wraps commands so that they run inside their permissions. One per process: what the host can do is found out once, on
/// first use.
/// </summary>
public sealed class SandboxCommand : IDisposable
{
    private const string NetworkVariable = "CODEX_SANDBOX_NETWORK_DISABLED";

    private readonly HostEnvironment _host;
    private readonly Lazy<Task<(BubblewrapExecutable? Executable, string Reason)>> _bubblewrap;
    private readonly Lazy<Task<(NamespaceTools? Tools, string Reason)>> _namespaces;
    private readonly Lazy<AnonymousFile> _filterWithoutNetwork;
    private readonly Lazy<AnonymousFile> _filterWithNetwork;

    /// <summary>Creates the wrapper; looks at nothing yet.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="spawner">Starts the run that finds out whether a bubblewrap works.</param>
    public SandboxCommand(HostEnvironment host, IProcessSpawner spawner)
    {
        _host = host;
        _bubblewrap = new(new BubblewrapProbe(host, spawner).FindAsync);
        _namespaces = new(() => new NamespaceProbe(host, spawner).FindAsync(_filterWithoutNetwork!.Value));
        _filterWithoutNetwork = new(() => Filter(restrictsNetwork: true));
        _filterWithNetwork = new(() => Filter(restrictsNetwork: false));
    }

    /// <summary>
    /// The bubblewrap that will be used, or null when none works here. The first call starts a short process; call it
    /// early to have the answer ready.
    /// </summary>
    public async ValueTask<BubblewrapExecutable?> FindBubblewrapAsync(CancellationToken cancellationToken) =>
        (await _bubblewrap.Value.WaitAsync(cancellationToken).ConfigureAwait(false)).Executable;

    /// <summary>
    /// Prepares a command. Never weakens: when something cannot be enforced the result prints why in place of the command
    /// and exits with 1, as the helper of 0.136.0 does.
    /// </summary>
    public async ValueTask<SandboxLaunch> PrepareAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = new PathContext(request.PolicyDirectory, _host.GetVariable("TMPDIR"));
        if (!SandboxPlanner.NeedsSandbox(request.Profile, context))
        {
            return Launch(request, SandboxMechanism.None, request.Command[0], request.Command, []);
        }

        try
        {
            var plan = SandboxPlanner.Plan(request.Profile, context, request.WorkingDirectory);
            return OperatingSystem.IsLinux()
                ? await PrepareRestrictedAsync(request, plan, cancellationToken).ConfigureAwait(false)
                : throw new SandboxException("there is no sandbox for this operating system");
        }
        catch (SandboxException error)
        {
            return Refuse(request, $"error building bubblewrap command: Fatal error: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Release(_filterWithoutNetwork);
        Release(_filterWithNetwork);
    }

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private async ValueTask<SandboxLaunch> PrepareRestrictedAsync(SandboxRequest request, SandboxPlan plan, CancellationToken cancellationToken)
    {
        var (bubblewrap, reason) = await _bubblewrap.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (bubblewrap is not null)
        {
            var arguments = BubblewrapArguments.Write(plan, request.WorkingDirectory, bubblewrap.MountsProc, request.Command);
            return Launch(request, plan, SandboxMechanism.Bubblewrap, bubblewrap.Path, ["bwrap", .. arguments.Arguments], arguments.EmptyFileDescriptors);
        }

        var (tools, problem) = await _namespaces.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        return tools is not null
            ? Launch(request, plan, SandboxMechanism.Namespaces, tools.SetPrivileges, NamespaceArguments.Write(plan, tools, _host.ExecutablePath, request.Command), [])
            : throw new SandboxException($"no sandbox can be built here: {reason}; {problem}");
    }

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private SandboxLaunch Launch(
        SandboxRequest request, SandboxPlan plan, SandboxMechanism mechanism, string executable, IReadOnlyList<string> arguments, IReadOnlyList<int> emptyFiles)
    {
        var owned = new List<IDisposable>();
        try
        {
            var descriptors = new List<SandboxDescriptor>();
            Own(BubblewrapArguments.FilterDescriptor, (plan.RestrictsNetwork ? _filterWithoutNetwork : _filterWithNetwork).Value.Open());
            foreach (var number in emptyFiles)
            {
                Own(number, File.OpenHandle("/dev/null"));
            }

            AddLeases(owned, plan.MissingMountPoints);
            return Launch(request, mechanism, executable, arguments, owned, descriptors);

            void Own(int number, Microsoft.Win32.SafeHandles.SafeFileHandle handle)
            {
                owned.Add(handle);
                descriptors.Add(new(handle, number));
            }
        }
        catch
        {
            owned.ForEach(static item => item.Dispose());
            throw;
        }
    }

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private static void AddLeases(List<IDisposable> owned, IReadOnlyList<SandboxMount> missing)
    {
        foreach (var mount in missing)
        {
            if (MountPointLease.Acquire(mount) is { } lease)
            {
                owned.Add(lease);
            }
        }
    }

    private static SandboxLaunch Launch(
        SandboxRequest request,
        SandboxMechanism mechanism,
        string executable,
        IReadOnlyList<string> arguments,
        IReadOnlyList<IDisposable> owned,
        IReadOnlyList<SandboxDescriptor>? descriptors = null) => new(mechanism, executable, arguments, owned)
        {
            WorkingDirectory = request.WorkingDirectory,
            Environment = EnvironmentOf(request),
            Descriptors = descriptors ?? [],
        };

    private static SandboxLaunch Refuse(SandboxRequest request, string message) =>
        Launch(request, SandboxMechanism.Refused, "/bin/sh", ["sh", "-c", "printf '%s\\n' \"$1\" >&2; exit 1", "sh", message], []);

    private static IReadOnlyDictionary<string, string> EnvironmentOf(SandboxRequest request) => request.Profile.Network().IsEnabled
        ? request.Environment
        : new Dictionary<string, string>(request.Environment, HostEnvironment.VariableNameComparer) { [NetworkVariable] = "1" };

    private static AnonymousFile Filter(bool restrictsNetwork)
    {
        var architecture = SeccompProgram.Current
            ?? throw new SandboxException("there is no system call filter for this processor architecture");
        return new("codex-seccomp", SeccompProgram.Assemble(architecture, restrictsNetwork));
    }

    private static void Release(Lazy<AnonymousFile> filter)
    {
        if (filter.IsValueCreated)
        {
            filter.Value.Dispose();
        }
    }
}

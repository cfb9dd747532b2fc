using System.Runtime.InteropServices;
using Codex.Configuration.Ignoring;
using Codex.Execution.Network;
using Codex.Execution.Reading;
using Codex.Execution.Sandbox.Bubblewrap;
using Codex.Execution.Sandbox.Landlocks;
using Codex.Execution.Sandbox.Namespaces;
using Codex.Execution.Sandbox.Planning;
using Codex.Execution.Sandbox.Proxying;
using Codex.Execution.Sandbox.Seatbelt;
using Codex.Execution.Sandbox.Seccomp;
using Codex.Execution.Sandbox.Windows;
using Codex.Platform.Environment;
using Codex.Platform.Linux;
using Codex.Platform.Processes;
using Codex.Platform.Windows.Sandboxing;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox;

/// <summary>
/// Wraps commands so that they run inside their permissions. One per process: what the host can do is found out once, on
/// first use.
/// </summary>
public sealed class SandboxCommand : IDisposable
{
    /// <summary>Tells commands that they have no network.</summary>
    public const string NetworkVariable = "CODEX_SANDBOX_NETWORK_DISABLED";

    private const string SandboxVariable = "CODEX_SANDBOX";
    private const string LogModule = "codex_linux_sandbox";
    private const string LandlockNotice =
        "commands are held by Landlock and not by namespaces. They see other processes, "
        + "and can make nothing new directly in a writable directory that protects some of its entries; local sockets are closed.";

    private readonly HostEnvironment _host;
    private readonly Lazy<Task<(BubblewrapExecutable? Executable, string Reason)>> _bubblewrap;
    private readonly Lazy<Task<(NamespaceTools? Tools, string Reason)>> _namespaces;
    private readonly SandboxOptions _options;
    private readonly Action<string, string> _log;
    private readonly SeccompFilters _filters = new();
    private bool _hasAnnounced;

    /// <summary>Creates the wrapper; looks at nothing yet.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="spawner">Starts the run that finds out whether a bubblewrap works.</param>
    /// <param name="options">What holds for every command.</param>
    /// <param name="log">Takes a line when a weaker mechanism has to be used: the module and the message.</param>
    public SandboxCommand(HostEnvironment host, IProcessSpawner spawner, SandboxOptions options, Action<string, string> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        _host = host;
        _options = options;
        _log = log;
        _bubblewrap = new(new BubblewrapProbe(host, spawner).FindAsync);
        _namespaces = new(() => new NamespaceProbe(host, spawner, FindTools).FindAsync(_filters[SocketAccess.Pairs]));
    }

    /// <summary>What Landlock of the kernel can do; another one for tests.</summary>
    internal Func<int> LandlockVersion { get; init; } = static () => OperatingSystem.IsLinux() ? Landlock.Version : 0;

    /// <summary>Finds what our own helper needs; something else for tests.</summary>
    internal Func<NamespaceTools?> FindTools { get; init; } = NamespaceTools.Find;

    /// <summary>
    /// Prepares a command. Never weakens: when something cannot be enforced the result prints why in place of the command
    /// and exits with 1, as the helper of 0.136.0 does.
    /// </summary>
    public async ValueTask<SandboxLaunch> PrepareAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = new PathContext(request.PolicyDirectory, _host.GetVariable("TMPDIR"));
        if (request.Proxy is null && !SandboxPlanner.NeedsSandbox(request.Profile, context))
        {
            AnnounceIgnored(request.Profile, context);
            return Launch(request, SandboxMechanism.None, request.Command[0], request.Name is { } name ? [name, .. request.Command.Skip(1)] : request.Command, []);
        }

        try
        {
            return OperatingSystem.IsLinux() ? await PrepareRestrictedAsync(request, context, cancellationToken).ConfigureAwait(false)
                : request.Proxy is not null ? throw new SandboxException("the network proxy needs a network of the command's own, which this system does not have")
                : OperatingSystem.IsMacOS() ? LaunchSeatbelt(request, context)
                : OperatingSystem.IsWindows() ? ContainerPlanner.IsNeeded(request.Profile, context) ? LaunchContained(request, context) : LaunchRestricted(request, context)
                : throw new SandboxException("there is no sandbox for this operating system");
        }
        catch (NetworkProxyException error)
        {
            return Refuse(request, $"error building the network proxy: {error.Message}");
        }
        catch (SandboxException error) when (!OperatingSystem.IsWindows())
        {
            return Refuse(request, $"error building bubblewrap command: Fatal error: {error.Message}");
        }
        catch (SandboxException error)
        {
            // There is no shell here that could print any text safely.
            throw new SpawnException($"error building the sandbox: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _filters.Dispose();

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private async ValueTask<SandboxLaunch> PrepareRestrictedAsync(
        SandboxRequest request, PathContext context, CancellationToken cancellationToken)
    {
        if (_options.PrefersLandlock && LandlockVersion() >= Landlock.RequiredVersion && request.Proxy is null)
        {
            return LaunchLandlock(request, SandboxPlanner.Plan(request.Profile, context, request.WorkingDirectory, WithoutLocalSockets));
        }

        var options = _options with { ProxiesNetwork = request.Proxy is not null };
        if (request.Proxy is { } proxy)
        {
            var (environment, trusted) = proxy.Lead(request.Environment);
            request = request with { Environment = environment };
            options = options with { SharedFiles = trusted is null ? [] : [trusted] };
        }

        var plan = SandboxPlanner.Plan(request.Profile, context, request.WorkingDirectory, options);
        if (plan.CoversFleetingSockets)
        {
            if ((await _namespaces.Value.WaitAsync(cancellationToken).ConfigureAwait(false)).Tools is { } own && HelperBuilds(plan))
            {
                return LaunchHelper(request, plan, own);
            }

            plan = SandboxPlanner.Plan(request.Profile, context, request.WorkingDirectory, options with { AllowsLocalSockets = false });
        }

        var (bubblewrap, reason) = await _bubblewrap.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (bubblewrap is not null)
        {
            return LaunchBubblewrap(request, plan, bubblewrap);
        }

        var (tools, problem) = await _namespaces.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (tools is not null)
        {
            return LaunchHelper(request, plan, tools);
        }

        if (request.Proxy is not null)
        {
            throw new SandboxException($"the network proxy needs a network of the command's own: {reason}; {problem}");
        }

        if (LandlockVersion() < Landlock.RequiredVersion)
        {
            throw new SandboxException($"no sandbox can be built here: {reason}; {problem}; the kernel has no Landlock that suffices");
        }

        Announce(LandlockNotice);
        return LaunchLandlock(request, plan);
    }

    /// <summary>Without a sandbox nothing holds a command; whoever wrote the rules should know.</summary>
    private void AnnounceIgnored(PermissionProfile profile, PathContext context)
    {
        if (!_hasAnnounced && !IgnoredFiles.For(profile, context).IsEmpty)
        {
            Announce($"{AgentsIgnore.FileName} does not hold commands that run without a sandbox.");
        }
    }

    private void Announce(string notice)
    {
        if (Interlocked.Exchange(ref _hasAnnounced, true) is false)
        {
            _log(LogModule, notice);
        }
    }

    private SandboxOptions WithoutLocalSockets => _options with { AllowsLocalSockets = false };

    /// <summary>Views without most of the disk need a root of their own, which only bubblewrap makes.</summary>
    private static bool HelperBuilds(SandboxPlan plan) => plan.Mounts[0].Kind != SandboxMountKind.Empty;

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private SandboxLaunch LaunchBubblewrap(SandboxRequest request, SandboxPlan plan, BubblewrapExecutable bubblewrap)
    {
        var command = request.Proxy is { } proxy ? ProxyStage.Wrap(_host.ExecutablePath, proxy.Options, request.Command) : request.Command;
        var free = request.Proxy is null ? ProxyStage.Descriptor : ProxyStage.Descriptor + 1;
        var arguments = BubblewrapArguments.Write(plan, request.WorkingDirectory, bubblewrap.MountsProc, command, free);
        return Launch(request, plan, SandboxMechanism.Bubblewrap, bubblewrap.Path, ["bwrap", .. arguments.Arguments], arguments.EmptyFileDescriptors);
    }

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private SandboxLaunch LaunchHelper(SandboxRequest request, SandboxPlan plan, NamespaceTools tools) =>
        Launch(
            request,
            plan,
            SandboxMechanism.Namespaces,
            tools.SetPrivileges,
            NamespaceArguments.Write(plan, tools, _host.ExecutablePath, request.Command, request.Proxy is { } proxy ? ProxyStage.WordOf(proxy.Options) : null),
            []);

    /// <summary>There is no network namespace here, so the sockets stay closed whatever the options say.</summary>
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private SandboxLaunch LaunchLandlock(SandboxRequest request, SandboxPlan plan)
    {
        var closed = plan with { MissingMountPoints = [], Sockets = plan.Sockets == SocketAccess.PrivateNetwork ? SocketAccess.Pairs : plan.Sockets };
        return Launch(request, closed, SandboxMechanism.Landlock, _host.ExecutablePath, LandlockArguments.Write(LandlockRules.Of(plan), request.Command), []);
    }

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private SandboxLaunch Launch(
        SandboxRequest request, SandboxPlan plan, SandboxMechanism mechanism, string executable, IReadOnlyList<string> arguments, IReadOnlyList<int> emptyFiles)
    {
        var owned = new List<IDisposable>();
        try
        {
            var descriptors = new List<SandboxDescriptor>();
            Own(BubblewrapArguments.FilterDescriptor, _filters[plan.Sockets].Open());
            foreach (var number in emptyFiles)
            {
                Own(number, File.OpenHandle("/dev/null"));
            }

            var proxied = request.Proxy is { } proxy ? new ProxyConnection(proxy, request.NetworkOwner) : null;
            if (proxied is not null)
            {
                owned.Add(proxied);
                descriptors.Add(new(proxied.Inherited, ProxyStage.Descriptor));
            }

            AddLeases(owned, plan.MissingMountPoints);
            if (mechanism == SandboxMechanism.Bubblewrap)
            {
                owned.AddRange(plan.BlockedSockets.Select(static path => new VanishedSocket(path)));
            }

            return Launch(request, mechanism, executable, arguments, owned, descriptors, started: proxied is null ? null : proxied.Begin);

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
        IReadOnlyList<SandboxDescriptor>? descriptors = null,
        SafeHandle? token = null,
        AppContainer? container = null,
        Action? started = null) => new(mechanism, executable, arguments, owned)
        {
            WorkingDirectory = request.WorkingDirectory,
            Environment = EnvironmentOf(request),
            Descriptors = descriptors ?? [],
            Token = token,
            Container = container,
            Started = started,
        };

    private SandboxLaunch LaunchSeatbelt(SandboxRequest request, PathContext context)
    {
        // Never looked up: what stands on a search path may be anybody's.
        const string Program = "/usr/bin/sandbox-exec";
        if (!File.Exists(Program))
        {
            throw new SandboxException($"{Program} is missing");
        }

        var network = SeatbeltNetwork.Of(request.Profile.Network(), request.Environment, _options.UnixSockets);
        var policy = SeatbeltPolicy.Write(request.Profile, context, network, _options.ConcealedFiles, _options.DenialMark);
        var environment = new Dictionary<string, string>(request.Environment) { [SandboxVariable] = "seatbelt" };
        return Launch(request with { Environment = environment }, SandboxMechanism.Seatbelt, Program, ["sandbox-exec", .. policy, "--", .. request.Command], []);
    }

    [System.Runtime.Versioning.SupportedOSPlatform("windows")]
    private SandboxLaunch LaunchRestricted(SandboxRequest request, PathContext context)
    {
        var (plan, token) = WindowsSandbox.Prepare(request, context, _options.StateDirectory);
        return Launch(request with { Environment = plan.Environment }, SandboxMechanism.RestrictedToken, request.Command[0], request.Command, [token], token: token);
    }

    [System.Runtime.Versioning.SupportedOSPlatform("windows")]
    private SandboxLaunch LaunchContained(SandboxRequest request, PathContext context)
    {
        var (plan, container) = WindowsSandbox.PrepareContainer(request, context, _options.ConcealedFiles);
        return Launch(
            request with { Environment = plan.Environment }, SandboxMechanism.AppContainer, request.Command[0], request.Command, [container], container: container);
    }

    private static SandboxLaunch Refuse(SandboxRequest request, string message) =>
        Launch(request, SandboxMechanism.Refused, "/bin/sh", ["sh", "-c", "printf '%s\\n' \"$1\" >&2; exit 1", "sh", message], []);

    private static IReadOnlyDictionary<string, string> EnvironmentOf(SandboxRequest request) => request.Proxy is not null || request.Profile.Network().IsEnabled
        ? request.Environment
        : new Dictionary<string, string>(request.Environment, HostEnvironment.VariableNameComparer) { [NetworkVariable] = "1" };
}

using System.Collections.Immutable;
using Codex.Engine.Input;
using Codex.Execution;
using Codex.Execution.Approvals;
using Codex.Execution.Environments;
using Codex.Execution.Network;
using Codex.Execution.Network.Rules;
using Codex.Execution.Policy;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Redaction;
using Codex.Execution.Sandbox;
using Codex.Execution.Sessions;
using Codex.Execution.Snapshots;
using Codex.Formats.Images;
using Codex.Platform.Processes;
using Codex.Protocol.Rollouts;
using Codex.Storage.Rollouts;
using Codex.Tools;
using Codex.Tools.BuiltIn.ApplyPatch;
using Codex.Tools.BuiltIn.Commands;
using Codex.Tools.BuiltIn.ExecCommand;
using Codex.Tools.BuiltIn.RequestPermissions;
using Codex.Tools.BuiltIn.RequestUserInput;
using Codex.Tools.BuiltIn.ShellCommand;
using Codex.Tools.BuiltIn.UpdatePlan;
using Codex.Tools.BuiltIn.ViewImage;
using Codex.Tools.BuiltIn.WriteStdin;

namespace Codex.Engine;

/// <summary>The tools of one thread and what they share: settings, running sessions, image cache. Made when first needed.</summary>
internal sealed class ThreadTools : IAsyncDisposable
{
    // No command runs until the model has answered: the first request leaves before the shell is asked for its state.
    private static readonly TimeSpan s_firstRequest = TimeSpan.FromMilliseconds(40);

    private readonly EngineServices _services;
    private readonly string _threadId;
    private readonly bool _isSubagent;
    private readonly INetworkApprovals _networkApprovals;
    private readonly UserShells _shells;
    private readonly PatchSession _patches;
    private readonly ImagePipeline _images = new();
    private readonly Lazy<CommandServices> _commands;
    private readonly NetworkProxy? _network;
    private ThreadStartOptions _options;
    private Lazy<ToolRouter> _router;
    private IProcessSpawner? _spawner;
    private SandboxCommand? _sandbox;
    private CommandSessions? _sessions;
    private ShellSnapshots? _snapshots;

    public ThreadTools(EngineServices services, ThreadStartOptions options, string threadId, bool isSubagent, INetworkApprovals networkApprovals)
    {
        _isSubagent = isSubagent;
        _services = services;
        _options = options;
        _threadId = threadId;
        _networkApprovals = networkApprovals;
        _shells = new UserShells(services.Host);
        _patches = new PatchSession(services.Clock);
        _router = new Lazy<ToolRouter>(CreateRouter);
        _commands = new Lazy<CommandServices>(CreateCommandServices);
        _network = CreateProxy();
        UserMessages = new UserMessages(new LocalImageReader(_images, () => Settings!.ReadableFiles()));
        Settings = CreateSettings(CollaborationMode.Default);
    }

    /// <summary>What holds for the turns of the thread.</summary>
    public TurnSettings Settings { get; private set; }

    /// <summary>Makes messages of what the user gives.</summary>
    public UserMessages UserMessages { get; }

    /// <summary>The tools; made at the first turn.</summary>
    public ToolRouter Router => _router.Value;

    /// <summary>What commands share; made at the first command.</summary>
    public CommandServices Commands => _commands.Value;

    /// <summary>Ends the commands that run on in the background.</summary>
    public Task EndCommandsAsync() => _sessions?.EndAllAsync() ?? Task.CompletedTask;

    /// <summary>Takes over the settings of a turn that starts; what runs and what was looked at stays.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="mode">The collaboration mode.</param>
    public void Use(ThreadStartOptions options, string mode)
    {
        if (!ReferenceEquals(_options, options))
            _router = new Lazy<ToolRouter>(CreateRouter);
        _options = options;
        Settings = CreateSettings(mode);
    }

    /// <summary>Ends every process of the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_sessions is not null)
            await _sessions.DisposeAsync().ConfigureAwait(false);
        if (_snapshots is not null)
            await _snapshots.DisposeAsync().ConfigureAwait(false);
        _sandbox?.Dispose();
        _spawner?.Dispose();
    }

    private UserShell Shell => _options.Tools.PatchedShell is { } patched ? UserShell.At(patched.Path) : _shells.Default();

    private ToolRouter CreateRouter()
    {
        var environments = _services.Environments;
        // Files of another machine are looked at and changed by commands in sessions only.
        var hasFiles = environments.Primary is { IsRemote: false };
        var runsCommands = environments.Primary is not null && (hasFiles || _options.Tools.UnifiedExec);
        var commands = _options.Tools.Shell && runsCommands ? Commands : null;
        ImmutableArray<ITool> offered =
        [
            .. Offered(commands),
            new UpdatePlanTool(),
            .. _options.Tools.AsksUser ? [new RequestUserInputTool(_options.Tools.AsksInDefaultMode)] : Array.Empty<ITool>(),
            .. _options.Tools.RequestsPermissions ? [new RequestPermissionsTool()] : Array.Empty<ITool>(),
            .. hasFiles && _options.Model.ApplyPatchToolType == "freeform" ? [new ApplyPatchTool(_patches)] : Array.Empty<ITool>(),
            .. hasFiles ? [new ViewImageTool(_images)] : Array.Empty<ITool>(),
            .. _options.ExtraTools,
        ];
        // Models that learned the older tool may still call it; it runs on this machine only.
        ImmutableArray<ITool> hidden = commands is not null && hasFiles && _options.Tools.UnifiedExec ? [new ShellCommandTool(commands)] : [];
        return new ToolRouter(offered, hidden, Hosted(), new ToolContext(Settings));
    }

    /// <summary>What the server does by itself.</summary>
    private ImmutableArray<ToolSpec> Hosted()
    {
        var search = WebSearchSpec.Create(
            _options.Tools.WebSearch, _options.Tools.WebSearchOptions, _options.Model.WebSearchToolType == "text_and_image");
        return
        [
            .. search is null ? [] : new[] { search },
            .. _options.Tools.GeneratesImages && _options.Model.SupportsImages ? new[] { ImageGenerationSpec.Create() } : [],
        ];
    }

    private ImmutableArray<ITool> Offered(CommandServices? commands)
    {
        if (commands is null)
            return [];
        return _options.Tools.UnifiedExec
            ? [new ExecCommandTool(commands), new WriteStdinTool(commands)]
            : [new ShellCommandTool(commands)];
    }

    private CommandServices CreateCommandServices()
    {
        var local = _services.Launcher ?? CreateLauncher();
        var launcher = Redacting(local);
        _snapshots = CreateSnapshots();
        _snapshots?.Start();
        _sessions = new CommandSessions(Redacting(new EnvironmentLauncher(_services.Environments, local)), _services.Ids, _services.Clock, _options.Tools.MaximumBackgroundWait);
        return new CommandServices
        {
            Sessions = _sessions,
            Environments = _services.Environments,
            Launcher = launcher,
            Shells = _shells,
            EnvironmentPolicy = _options.Tools.ShellEnvironment,
            Snapshots = _snapshots,
            PatchedShell = _options.Tools.PatchedShell,
            Network = _network,
            Policy = new CommandPolicy(() => _options.Tools.Rules?.Current ?? CommandRules.Empty),
            Patches = _patches,
            Ids = _services.Ids,
            Time = _services.Clock,
        };
    }

    private NetworkProxy? CreateProxy()
    {
        if (_options.Tools.Network is not { } filter)
            return null;
        var rules = _options.Tools.Rules?.Current.NetworkRules ?? [];
        var options = filter with
        {
            AllowedHosts = [.. filter.AllowedHosts, .. HostsThat(RuleDecision.Allow)],
            DeniedHosts = [.. filter.DeniedHosts, .. HostsThat(RuleDecision.Forbidden)],
        };
        return OpenProxy(options, new NetworkProxyServices
        {
            Host = _services.Host,
            Time = _services.Clock,
            Approvals = filter.AsksAboutOtherHosts ? _networkApprovals : null,
            TrustsServer = _services.TrustsServer,
            Audit = entry => _services.NetworkAudit(entry with { ThreadId = _threadId, Model = _options.Model.Slug }),
        });

        IEnumerable<string> HostsThat(RuleDecision decision) => rules.Where(rule => rule.Decision == decision).Select(static rule => rule.Host);
    }

    private NetworkProxy OpenProxy(NetworkProxyOptions options, NetworkProxyServices services)
    {
        try
        {
            return new NetworkProxy(options, services);
        }
        catch (Exception exception) when (exception is NetworkProxyException or InvalidHostPatternException)
        {
            var reason = $"failed to start managed network proxy: failed to build network proxy state: {exception.Message}";
            _services.Log("codex_core::session", $"Failed to create session: {reason}");
            throw new SessionStartException($"Fatal error: Failed to initialize session: {reason}", exception);
        }
    }

    private IProcessLauncher Redacting(IProcessLauncher plain) =>
        _options.Tools.OutputSecrets is { } secrets ? new RedactingLauncher(plain, secrets, _services.Clock) : plain;

    private ShellSnapshots? CreateSnapshots()
    {
        if (_services.Environments.All.All(static environment => environment.IsRemote) || !_options.Tools.ShellSnapshot || _services.CodexHome is not { } home)
            return null;
        var rollouts = new RolloutLocator(home);
        var options = new ShellSnapshotOptions
        {
            Folder = Path.Combine(home, ShellSnapshotOptions.FolderName),
            ThreadId = _threadId,
            Shell = Shell,
            WorkingDirectory = _options.WorkingDirectory,
            Environment = CommandEnvironment.Create(_services.Host, _options.Tools.ShellEnvironment, _threadId),
            HeadStart = s_firstRequest,
            LastUseOf = id => rollouts.FindById(id) is { } path ? File.GetLastWriteTimeUtc(path) : null,
            Log = _services.Log,
        };
        return new ShellSnapshots(options, _spawner ??= ProcessSpawner.Create(), _services.Clock);
    }

    private SandboxedLauncher CreateLauncher()
    {
        _spawner ??= ProcessSpawner.Create();
        _sandbox = new SandboxCommand(_services.Host, _spawner, _options.Tools.Sandbox, _services.Log);
        return new SandboxedLauncher(_spawner, _sandbox);
    }

    private TurnSettings CreateSettings(string mode) => new()
    {
        WorkingDirectory = _options.WorkingDirectory,
        WorkspaceRoots = _options.EffectiveWorkspaceRoots,
        ApprovalPolicy = _options.ApprovalPolicy,
        PermissionProfile = _options.PermissionProfile,
        Host = _services.Host,
        Model = _options.Model.Slug,
        Truncation = _options.Model.TruncationPolicy,
        ModelAcceptsImages = _options.Model.SupportsImages,
        ModelSupportsOriginalImageDetail = _options.Model.SupportsImageDetailOriginal,
        AllowLoginShell = _options.Tools.AllowLoginShell,
        OffersAdditionalPermissions = _options.Tools.OffersAdditionalPermissions,
        ShellPath = Shell.Path,
        CollaborationMode = mode,
        IsSubagent = _isSubagent,
    };
}

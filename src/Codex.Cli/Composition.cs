using System.Collections.Immutable;
using Codex.AppServer;
using Codex.AppServer.Protocol.Threads;
using Codex.Backend.Auth;
using Codex.Backend.Bedrock;
using Codex.Backend.Http;
using Codex.Backend.Identity;
using Codex.Backend.Models;
using Codex.Backend.Providers;
using Codex.Backend.Replay;
using Codex.Backend.Responses;
using Codex.Cli.Accounts;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Engine;
using Codex.ExecServer.Client;
using Codex.ExecServer.Environments;
using Codex.Execution;
using Codex.Formats.Secrets;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.Protocol.Turns;

namespace Codex.Cli;

/// <summary>Builds the program by hand. Everything is made when it is first needed and ends with this object.</summary>
/// <param name="host">The surroundings, for children too.</param>
/// <param name="settings">The session.</param>
/// <param name="front">The front-end.</param>
/// <param name="cassette">A file that the exchanges with the model are recorded in; null records nothing.</param>
internal sealed class Composition(HostEnvironment host, SessionSettings settings, FrontEnd front, string? cassette) : IAsyncDisposable
{
    private readonly IIdSource _ids = new RandomIdSource();
    private readonly TimeProvider _clock = TimeProvider.System;
    private IModelClient? _client;
    private ThreadManager? _threads;
    private readonly List<RemoteServer> _servers = [];
    private LiveModelCatalog? _models;
    private AppServerHost? _server;
    private SessionCredentials? _credentials;

    /// <summary>The app-server of this process.</summary>
    public AppServerHost Server => _server ??= new AppServerHost(new AppServerServices
    {
        Threads = Threads,
        Setup = Setup,
        Directory = new RolloutDirectory(settings.CodexHome),
        CodexHome = settings.CodexHome,
        Clock = _clock,
        ConfigWarnings = settings.Warnings,
    });

    /// <summary>What the model of a new session would see first, item by item; no server is asked.</summary>
    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> PreviewAsync(ImmutableArray<UserInput> input, CancellationToken cancellationToken) =>
        Threads.PreviewAsync(Setup.Plan(new ThreadStartParams()).Options, input, cancellationToken);

    /// <summary>Does what has to be done before a thread can start: the models are brought up to date.</summary>
    /// <exception cref="CommandFailure">None can start.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => settings.StartProblem is { } problem
        ? throw new CommandFailure(problem)
        : Models.RefreshAsync(CatalogRefresh.IfUncached, cancellationToken);

    /// <summary>The models, up to date.</summary>
    public async Task<ModelCatalog> RefreshModelsAsync(CancellationToken cancellationToken)
    {
        await Models.RefreshAsync(CatalogRefresh.IfUncached, cancellationToken);
        return Models.Current;
    }

    /// <summary>The credentials of the session.</summary>
    public SessionCredentials Credentials => _credentials ??= new SessionCredentials(host, settings.Account, settings.ProviderCommand, Identity, Log);

    private LogSink Log => field ??= new LogSink(host.GetVariable("RUST_LOG"), _clock, StandardStreams.OpenError, settings.Secrets.Messages);

    private NetworkAuditLog Audit => field ??= new NetworkAuditLog(Log, Identity, TerminalName.Detect(host));

    private ClientIdentity Identity => field ??= front.IsInterface ? ClientIdentity.Create(front.Name, host) : ClientIdentity.CreateWithoutClient(front.Name, host);

    private SessionThreadSetup Setup => new(settings, Models, Client, Identity, front.Source, UsesChatGpt);

    private ExecutionEnvironments Environments => new([.. settings.Environments.Environments.Select(environment =>
        new ExecutionEnvironment(environment.Id, environment.Address is { } address ? LauncherFor(address) : null))]);

    private ThreadManager Threads => _threads ??= new ThreadManager(new EngineServices
    {
        Host = host,
        CodexHome = settings.CodexHome,
        InstallationId = InstallationId.ReadOrCreate(settings.CodexHome, _ids),
        Environments = Environments,
        Log = Log.Error,
        NetworkAudit = Audit.Write,
        TrustsServer = HttpHandlerFactory.TrustFor(host),
        Redact = message => SecretText.Redact(message, settings.Secrets.Messages()),
        Clock = _clock,
        Ids = _ids,
    });

    private IModelClient Client => _client ??= settings.Provider.Id == BuiltInProviders.Replay
        ? CreateReplay()
        : new CatalogRefreshingClient(ProviderClient.Create(ClientOptions), Models);

    private RemoteLauncher LauncherFor(ServerAddress address)
    {
        var server = new RemoteServer(address, host, _clock);
        _servers.Add(server);
        return new RemoteLauncher(server, _ids);
    }

    private LiveModelCatalog Models => _models ??= settings.Provider.Id switch
    {
        BuiltInProviders.AmazonBedrock => LiveModelCatalog.Fixed(BedrockModels.Create(settings.Catalog)),
        _ when settings.Catalog is { } configured => LiveModelCatalog.Fixed(configured),
        BuiltInProviders.Replay => LiveModelCatalog.Fixed(ModelCatalog.Bundled()),
        _ => CreateModels(),
    };

    private ProviderEndpoint Endpoint => field ??= settings.Provider.Id == BuiltInProviders.AmazonBedrock
        ? BedrockEndpoint.InRegion(settings.Provider, host)
        : settings.Provider;

    private ReplayOptions Replay => new() { Environment = host, Time = _clock, WorkingDirectory = settings.WorkingDirectory };

    private ReplayModelClient CreateReplay() =>
        new(settings.ReplayCassette is { } path ? Cassette.Load(path) : Replay.Cassette(), Replay);

    // A login that cannot be used is an error of the first request.
    private bool UsesChatGpt()
    {
        try
        {
            return Credentials.Account.Peek() is { IsChatGpt: true };
        }
        catch (AuthException)
        {
            return false;
        }
    }

    private LiveModelCatalog CreateModels() => LiveModelCatalog.Create(new LiveModelCatalogOptions
    {
        CodexHome = settings.CodexHome,
        Client = new ModelListClient(ClientOptions),
        UsesChatGpt = async cancellationToken => await Credentials.Account.CurrentAsync(cancellationToken) is { IsChatGpt: true },
        HasCommandAuth = settings.ProviderCommand is not null,
        Time = _clock,
        Log = message => Log.Error("codex_models_manager::manager", message),
    });

    private ResponsesClientOptions ClientOptions => field ??= new ResponsesClientOptions
    {
        Endpoint = Endpoint,
        Credentials = Credentials.For(Endpoint),
        Identity = Identity,
        Environment = host,
        Time = _clock,
        Random = _ids,
        CompressesRequests = settings.CompressesRequests,
        CreateHandler = CreateHandler,
        Observer = cassette is null ? null : CassetteRecorder.Create(cassette, Replay with { Secrets = Secrets() }),
    };

    private HttpMessageHandler CreateHandler()
    {
        var handler = HttpHandlerFactory.Create(host);
        return Endpoint.Id == BuiltInProviders.AmazonBedrock ? BedrockEndpoint.Authorize(Endpoint, host, _clock, handler) : handler;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_threads is not null)
            await _threads.DisposeAsync();
        foreach (var server in _servers)
            await server.DisposeAsync();
        (_client as IDisposable)?.Dispose();
        _models?.Dispose();
        if (_credentials is not null)
            await _credentials.DisposeAsync();
    }

    private IReadOnlyList<string> Secrets() =>
        settings.Provider.KeyVariable is { } variable && host.GetNonEmptyVariable(variable) is { } key ? [key] : [];
}
